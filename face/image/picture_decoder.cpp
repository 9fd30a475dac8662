#include "face/image/picture_decoder.hpp"

#include "face/image/jpeg2000_guard.hpp"
#include "face/image/picture_size.hpp"

namespace madoguchi::face {

namespace {

constexpr std::size_t most_file_bytes = 16U << 20U;
constexpr std::uint32_t longest_file_side = 8192;
constexpr int longest_portrait_side = 1024; // of any that the guard lets through

bool has_size(const Image& image, PictureSize size) {
    return image.width() == static_cast<int>(size.width) &&
           image.height() == static_cast<int>(size.height);
}

tl::unexpected<Error> another_size() {
    return fail(ErrorCode::ImageUnreadable, "decoded picture is not of the announced size");
}

Result<Image> decode_jpeg2000_within(PixelDecoder& decoder, ByteView file,
                                     const Jpeg2000Limits& limits) {
    const Jpeg2000Header header = MADOGUCHI_TRY(check_jpeg2000(file, limits));
    Image image =
        MADOGUCHI_TRY(decoder.decode({file, PictureKind::Jpeg2000, longest_portrait_side}));
    if (!has_size(image, {header.width, header.height}) ||
        bytes_per_pixel(image.format()) != header.components) {
        return another_size();
    }
    return image;
}

} // namespace

Result<Image> decode_jpeg2000(PixelDecoder& decoder, ByteView file) {
    return decode_jpeg2000_within(decoder, file, {});
}

Result<Image> decode_picture(PixelDecoder& decoder, ByteView file, int longest_side) {
    if (file.size() > most_file_bytes) {
        return fail(ErrorCode::ImageRefused, "picture file is larger than 16 MiB");
    }
    if (looks_like_jpeg2000(file)) {
        Jpeg2000Limits limits; // an operator's own file may be compressed less than a card's
        limits.file_bytes = most_file_bytes;
        return decode_jpeg2000_within(decoder, file, limits);
    }
    const PictureHeader header = MADOGUCHI_TRY(read_picture_header(file));
    if (header.size.width > longest_file_side || header.size.height > longest_file_side) {
        return fail(ErrorCode::ImageRefused, "picture is larger than 8192 pixels a side");
    }
    Image image = MADOGUCHI_TRY(decoder.decode({file, header.kind, longest_side}));
    const PictureSize size = reduced_size(header.size, longest_side);
    const bool may_be_turned = header.kind == PictureKind::Jpeg; // EXIF orientation
    if (image.format() != PixelFormat::Bgr8 ||
        !(has_size(image, size) || (may_be_turned && has_size(image, {size.height, size.width})))) {
        return another_size();
    }
    return image;
}

} // namespace madoguchi::face
