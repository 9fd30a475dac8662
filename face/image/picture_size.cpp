#include "face/image/picture_size.hpp"

#include "face/image/byte_cursor.hpp"
#include "hal/base/contract.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::face {

namespace {

constexpr std::array<std::uint8_t, 8> png_signature{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
constexpr std::uint32_t jpeg_start = 0xFFD8;
constexpr int most_jpeg_segments = 4096; // metadata may be split into many

Result<PictureSize> read_png_size(ByteCursor cursor) {
    MADOGUCHI_TRY(cursor.take(png_signature.size() + 8)); // chunk length and type: IHDR comes first
    PictureSize size;
    size.width = MADOGUCHI_TRY(cursor.take_number(4));
    size.height = MADOGUCHI_TRY(cursor.take_number(4));
    return size;
}

// SOF0 to SOF15, without the tables that share their range (DHT, JPG, DAC).
bool is_frame_header(std::uint32_t marker) {
    return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 &&
           marker != 0xFFCC;
}

Result<PictureSize> read_jpeg_size(ByteCursor cursor) {
    MADOGUCHI_TRY(cursor.take(2));
    for (int count = 0; count < most_jpeg_segments; ++count) {
        const std::uint32_t marker = MADOGUCHI_TRY(cursor.take_number(2));
        const std::uint32_t length = MADOGUCHI_TRY(cursor.take_number(2));
        if (marker < 0xFFC0 || length < 2) {
            break;
        }
        ByteCursor segment(MADOGUCHI_TRY(cursor.take(length - 2)));
        if (is_frame_header(marker)) {
            MADOGUCHI_TRY(segment.take(1)); // precision
            PictureSize size;
            size.height = MADOGUCHI_TRY(segment.take_number(2));
            size.width = MADOGUCHI_TRY(segment.take_number(2));
            return size;
        }
    }
    return fail(ErrorCode::ImageRefused, "JPEG picture has no frame header");
}

} // namespace

Result<PictureHeader> read_picture_header(ByteView file) {
    const ByteCursor cursor(file);
    if (file.size() >= png_signature.size() &&
        same_bytes(file.first(png_signature.size()), png_signature)) {
        return PictureHeader{PictureKind::Png, MADOGUCHI_TRY(read_png_size(cursor))};
    }
    if (file.size() >= 2 && big_endian(file.first(2)) == jpeg_start) {
        return PictureHeader{PictureKind::Jpeg, MADOGUCHI_TRY(read_jpeg_size(cursor))};
    }
    return fail(ErrorCode::ImageRefused, "picture is neither PNG, JPEG nor JPEG 2000");
}

PictureSize reduced_size(PictureSize size, int longest_side) {
    MADOGUCHI_EXPECTS(longest_side > 0);
    const auto longest = static_cast<std::uint64_t>(longest_side);
    const std::uint64_t side = std::max(size.width, size.height);
    if (side <= longest) {
        return size;
    }
    const auto reduced = [&](std::uint64_t length) {
        return static_cast<std::uint32_t>(
            std::max<std::uint64_t>(1, (length * longest + side / 2) / side));
    };
    return {reduced(size.width), reduced(size.height)};
}

} // namespace madoguchi::face
