#include "face/image/picture_decoder.hpp"

#include "face/image/decoder_port.hpp"
#include "face/image/jpeg2000_guard.hpp"
#include "face/image/picture_size.hpp"

namespace madoguchi::face {

namespace {

constexpr std::size_t most_file_bytes = 16U << 20U;
constexpr std::uint32_t longest_file_side = 8192;
constexpr int longest_side = 1024;

Result<Image> decode_jpeg2000_within(ByteView file, const Jpeg2000Limits& limits) {
    const Jpeg2000Header header = MADOGUCHI_TRY(check_jpeg2000(file, limits));
    Image image = MADOGUCHI_TRY(decode_checked(file, DecodedColours::AsStored, longest_side));
    if (image.width() != static_cast<int>(header.width) ||
        image.height() != static_cast<int>(header.height)) {
        return fail(ErrorCode::ImageUnreadable, "decoded picture is not of the announced size");
    }
    return image;
}

} // namespace

Result<Image> decode_jpeg2000(ByteView file) {
    return decode_jpeg2000_within(file, {});
}

Result<Image> decode_picture(ByteView file) {
    if (file.size() > most_file_bytes) {
        return fail(ErrorCode::ImageRefused, "picture file is larger than 16 MiB");
    }
    if (looks_like_jpeg2000(file)) {
        Jpeg2000Limits limits; // an operator's own file may be compressed less than a card's
        limits.file_bytes = most_file_bytes;
        return decode_jpeg2000_within(file, limits);
    }
    const PictureSize size = MADOGUCHI_TRY(read_picture_size(file));
    if (size.width > longest_file_side || size.height > longest_file_side) {
        return fail(ErrorCode::ImageRefused, "picture is larger than 8192 pixels a side");
    }
    return decode_checked(file, DecodedColours::Bgr, longest_side);
}

} // namespace madoguchi::face
