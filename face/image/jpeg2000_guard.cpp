#include "face/image/jpeg2000_guard.hpp"

#include "face/image/byte_cursor.hpp"
#include "face/image/jpeg2000_codestream.hpp"

#include <array>
#include <optional>

namespace madoguchi::face {

namespace {

constexpr std::array<std::uint8_t, 12> jp2_signature{0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50,
                                                     0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A};
constexpr std::array<std::uint8_t, 4> codestream_start{0xFF, 0x4F, 0xFF, 0x51}; // SOC, SIZ

constexpr std::uint32_t box_header = 0x6A703268;     // jp2h
constexpr std::uint32_t box_codestream = 0x6A703263; // jp2c
constexpr std::uint32_t box_image = 0x69686472;      // ihdr
constexpr std::uint32_t box_palette = 0x70636C72;    // pclr
constexpr std::uint32_t box_mapping = 0x636D6170;    // cmap
constexpr int most_boxes = 32;

bool starts_with(ByteView file, ByteView prefix) {
    return file.size() >= prefix.size() && same_bytes(file.first(prefix.size()), prefix);
}

struct Box {
    std::uint32_t type = 0;
    ByteView content;
};

Result<Box> take_box(ByteCursor& cursor) {
    const std::uint32_t length = MADOGUCHI_TRY(cursor.take_number(4));
    Box box;
    box.type = MADOGUCHI_TRY(cursor.take_number(4));
    if (length == 0) { // to the end of the file
        box.content = MADOGUCHI_TRY(cursor.take(cursor.rest().size()));
        return box;
    }
    if (length < 8) { // 1 would announce a 64-bit length, which no portrait needs
        return fail(ErrorCode::ImageRefused, "JP2 box has an impossible length");
    }
    box.content = MADOGUCHI_TRY(cursor.take(length - 8));
    return box;
}

Result<Jpeg2000Header> read_image_header(ByteView content) {
    ByteCursor cursor(content);
    Jpeg2000Header header;
    header.height = MADOGUCHI_TRY(cursor.take_number(4));
    header.width = MADOGUCHI_TRY(cursor.take_number(4));
    header.components = static_cast<int>(MADOGUCHI_TRY(cursor.take_number(2)));
    return header;
}

// The image header inside the jp2h superbox. A palette would multiply channels after decoding.
Result<Jpeg2000Header> check_header_box(ByteView content) {
    ByteCursor cursor(content);
    std::optional<Jpeg2000Header> header;
    for (int count = 0; !cursor.at_end(); ++count) {
        const Box box = MADOGUCHI_TRY(take_box(cursor));
        if (count == most_boxes || box.type == box_palette || box.type == box_mapping) {
            return fail(ErrorCode::ImageRefused, "JP2 header holds what a portrait does not need");
        }
        if (box.type == box_image && !header) {
            header = MADOGUCHI_TRY(read_image_header(box.content));
        }
    }
    if (!header) {
        return fail(ErrorCode::ImageRefused, "JP2 header has no image size");
    }
    return *header;
}

Result<Jpeg2000Header> check_jp2(ByteView file, const Jpeg2000Limits& limits) {
    ByteCursor cursor(file.subspan(jp2_signature.size()));
    std::optional<Jpeg2000Header> announced;
    for (int count = 0; count < most_boxes && !cursor.at_end(); ++count) {
        const Box box = MADOGUCHI_TRY(take_box(cursor));
        if (box.type == box_header && !announced) {
            announced = MADOGUCHI_TRY(check_header_box(box.content));
        }
        if (box.type != box_codestream) {
            continue;
        }
        const Jpeg2000Header header = MADOGUCHI_TRY(check_codestream(box.content, limits));
        if (!announced || announced->width != header.width || announced->height != header.height ||
            announced->components != header.components) {
            return fail(ErrorCode::ImageRefused, "JP2 header and codestream differ in size");
        }
        return header;
    }
    return fail(ErrorCode::ImageRefused, "JP2 file has no codestream");
}

} // namespace

bool looks_like_jpeg2000(ByteView file) {
    return starts_with(file, jp2_signature) || starts_with(file, codestream_start);
}

Result<Jpeg2000Header> check_jpeg2000(ByteView file, const Jpeg2000Limits& limits) {
    if (file.size() > limits.file_bytes) {
        return fail(ErrorCode::ImageRefused, "JPEG 2000 file is too large");
    }
    if (!looks_like_jpeg2000(file)) {
        return fail(ErrorCode::ImageRefused, "not a JPEG 2000 file");
    }
    if (file.front() == codestream_start.front()) {
        return check_codestream(file, limits);
    }
    return check_jp2(file, limits);
}

} // namespace madoguchi::face
