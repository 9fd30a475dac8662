#include "face/image/jpeg2000_codestream.hpp"

#include "face/image/byte_cursor.hpp"

#include <algorithm>

namespace madoguchi::face {

namespace {

// Marker codes, ISO/IEC 15444-1 table A.1.
enum Marker : std::uint32_t {
    StartOfCodestream = 0xFF4F,
    ImageSize = 0xFF51,
    CodingDefault = 0xFF52,
    CodingComponent = 0xFF53,
    TilePartLengths = 0xFF55,
    PacketLengths = 0xFF58,
    QuantizationDefault = 0xFF5C,
    QuantizationComponent = 0xFF5D,
    Comment = 0xFF64,
    StartOfTilePart = 0xFF90,
    StartOfData = 0xFF93,
    EndOfCodestream = 0xFFD9,
};

// The content of a marker segment, after its two length bytes.
Result<ByteView> take_segment(ByteCursor& cursor) {
    const std::uint32_t length = MADOGUCHI_TRY(cursor.take_number(2));
    if (length < 2) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 segment has an impossible length");
    }
    return cursor.take(length - 2);
}

struct Axis {
    std::uint32_t end = 0; // of the reference grid
    std::uint32_t image_offset = 0;
    std::uint32_t tile_side = 0;
    std::uint32_t tile_offset = 0;
};

Result<std::uint32_t> tiles_along(const Axis& axis, const Jpeg2000Limits& limits) {
    if (axis.end == 0 || axis.end > limits.side_pixels) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 picture is empty or too large");
    }
    if (axis.image_offset >= axis.end || axis.tile_offset > axis.image_offset) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 offsets lie outside the picture");
    }
    constexpr std::uint32_t longest_tile = 0xFFFF;
    if (axis.tile_side > longest_tile || axis.tile_offset + axis.tile_side <= axis.image_offset) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 tiles do not cover the picture");
    }
    return (axis.end - axis.tile_offset + axis.tile_side - 1) / axis.tile_side;
}

Result<void> check_components(ByteCursor& cursor, std::uint32_t count) {
    if (count != 1 && count != 3) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 picture is neither grey nor colour");
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        const ByteView component = MADOGUCHI_TRY(cursor.take(3));
        if (component[0] != 7) { // depth minus one; the top bit means signed
            return fail(ErrorCode::ImageRefused, "JPEG 2000 samples are not 8 bit unsigned");
        }
        if (component[1] != 1 || component[2] != 1) {
            return fail(ErrorCode::ImageRefused, "JPEG 2000 components are subsampled");
        }
    }
    if (!cursor.at_end()) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 size segment has a wrong length");
    }
    return {};
}

// SIZ, A.5.1.
Result<Jpeg2000Header> check_size(ByteView segment, const Jpeg2000Limits& limits) {
    ByteCursor cursor(segment);
    MADOGUCHI_TRY(cursor.take(2)); // capabilities
    Axis x;
    Axis y;
    for (auto member : {&Axis::end, &Axis::image_offset, &Axis::tile_side, &Axis::tile_offset}) {
        x.*member = MADOGUCHI_TRY(cursor.take_number(4));
        y.*member = MADOGUCHI_TRY(cursor.take_number(4));
    }
    const std::uint32_t components = MADOGUCHI_TRY(cursor.take_number(2));
    MADOGUCHI_TRY(check_components(cursor, components));
    Jpeg2000Header header;
    header.width = x.end - std::min(x.end, x.image_offset);
    header.height = y.end - std::min(y.end, y.image_offset);
    header.components = static_cast<int>(components);
    // Each factor is at most limits.side_pixels, so the product cannot wrap.
    header.tiles = MADOGUCHI_TRY(tiles_along(x, limits)) * MADOGUCHI_TRY(tiles_along(y, limits));
    if (header.tiles > limits.tiles) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 picture has too many tiles");
    }
    return header;
}

// The parameters that COD and COC share: SPcod / SPcoc, A.6.1.
Result<void> check_coding_style(ByteCursor& cursor, bool own_precincts,
                                const Jpeg2000Limits& limits) {
    const int levels = static_cast<int>(MADOGUCHI_TRY(cursor.take_number(1)));
    if (levels > limits.decomposition_levels) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 picture has too many decomposition levels");
    }
    const ByteView block = MADOGUCHI_TRY(cursor.take(4)); // width, height, style, transformation
    constexpr int largest_exponent = 8;                   // both stored minus two; A.6.1
    if (block[0] > largest_exponent || block[1] > largest_exponent ||
        block[0] + block[1] > largest_exponent) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 code blocks are too large");
    }
    for (int level = 0; own_precincts && level <= levels; ++level) {
        const int exponents = static_cast<int>(MADOGUCHI_TRY(cursor.take_number(1)));
        if ((exponents & 0x0F) < limits.smallest_precinct_exponent ||
            (exponents >> 4) < limits.smallest_precinct_exponent) {
            return fail(ErrorCode::ImageRefused, "JPEG 2000 precincts are too small");
        }
    }
    return {};
}

// COD, A.6.1.
Result<void> check_coding_default(ByteView segment, const Jpeg2000Limits& limits) {
    ByteCursor cursor(segment);
    const bool own_precincts = (MADOGUCHI_TRY(cursor.take_number(1)) & 1U) != 0;
    MADOGUCHI_TRY(cursor.take(1)); // progression order
    const int layers = static_cast<int>(MADOGUCHI_TRY(cursor.take_number(2)));
    if (layers < 1 || layers > limits.quality_layers) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 picture has no or too many layers");
    }
    MADOGUCHI_TRY(cursor.take(1)); // multiple component transformation
    return check_coding_style(cursor, own_precincts, limits);
}

// COC, A.6.2. With at most three components its index is one byte.
Result<void> check_coding_component(ByteView segment, const Jpeg2000Limits& limits) {
    ByteCursor cursor(segment);
    MADOGUCHI_TRY(cursor.take(1));
    const bool own_precincts = (MADOGUCHI_TRY(cursor.take_number(1)) & 1U) != 0;
    return check_coding_style(cursor, own_precincts, limits);
}

bool harmless(std::uint32_t marker) {
    switch (marker) {
    case QuantizationDefault:
    case QuantizationComponent:
    case TilePartLengths:
    case PacketLengths:
    case Comment:
        return true;
    default:
        return false;
    }
}

// Everything from after SIZ to before the first SOT, which is taken.
Result<void> check_main_header(ByteCursor& cursor, const Jpeg2000Limits& limits) {
    bool coding_known = false;
    for (;;) {
        const std::uint32_t marker = MADOGUCHI_TRY(cursor.take_number(2));
        if (marker == StartOfTilePart) {
            break;
        }
        const ByteView segment = MADOGUCHI_TRY(take_segment(cursor));
        if (marker == CodingDefault && !coding_known) {
            MADOGUCHI_TRY(check_coding_default(segment, limits));
            coding_known = true;
        } else if (marker == CodingComponent) {
            MADOGUCHI_TRY(check_coding_component(segment, limits));
        } else if (!harmless(marker)) {
            return fail(ErrorCode::ImageRefused, "JPEG 2000 header has a marker no portrait needs");
        }
    }
    if (!coding_known) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 header does not say how it is coded");
    }
    return {};
}

// One tile part: SOT content, A.4.2, its header and its data. The cursor stands after the SOT
// marker.
Result<void> skip_tile_part(ByteCursor& cursor, const Jpeg2000Header& header) {
    const ByteView from_here = cursor.rest();
    ByteCursor fields(MADOGUCHI_TRY(take_segment(cursor)));
    const std::uint32_t tile = MADOGUCHI_TRY(fields.take_number(2));
    const std::uint32_t length = MADOGUCHI_TRY(fields.take_number(4)); // from the SOT marker on
    if (tile >= header.tiles) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 tile part belongs to no tile");
    }
    for (;;) {
        const std::uint32_t marker = MADOGUCHI_TRY(cursor.take_number(2));
        if (marker == StartOfData) {
            break;
        }
        MADOGUCHI_TRY(take_segment(cursor));
        if (!harmless(marker)) {
            return fail(ErrorCode::ImageRefused, "JPEG 2000 tile changes how it is coded");
        }
    }
    const std::size_t used = from_here.size() - cursor.rest().size() + 2;
    if (length == 0) { // the last one, up to the end
        MADOGUCHI_TRY(cursor.take(cursor.rest().size()));
        return {};
    }
    if (length < used) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 tile part has an impossible length");
    }
    MADOGUCHI_TRY(cursor.take(length - used));
    return {};
}

} // namespace

Result<Jpeg2000Header> check_codestream(ByteView codestream, const Jpeg2000Limits& limits) {
    ByteCursor cursor(codestream);
    if (MADOGUCHI_TRY(cursor.take_number(2)) != StartOfCodestream ||
        MADOGUCHI_TRY(cursor.take_number(2)) != ImageSize) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 codestream does not begin with its size");
    }
    const ByteView size = MADOGUCHI_TRY(take_segment(cursor));
    const Jpeg2000Header header = MADOGUCHI_TRY(check_size(size, limits));
    MADOGUCHI_TRY(check_main_header(cursor, limits));
    for (std::uint32_t parts = 0; parts < limits.tile_parts; ++parts) {
        MADOGUCHI_TRY(skip_tile_part(cursor, header));
        if (cursor.at_end()) { // some encoders leave the end marker out
            return header;
        }
        const std::uint32_t marker = MADOGUCHI_TRY(cursor.take_number(2));
        if (marker == EndOfCodestream) {
            return header;
        }
        if (marker != StartOfTilePart) {
            return fail(ErrorCode::ImageRefused, "JPEG 2000 tile part is followed by garbage");
        }
    }
    return fail(ErrorCode::ImageRefused, "JPEG 2000 picture has too many tile parts");
}

} // namespace madoguchi::face
