#include "face/codec/codec_decoder.hpp"

#include "face/codec/exif_orientation.hpp"
#include "face/codec/jpeg2000_codec.hpp"
#include "face/codec/jpeg_codec.hpp"
#include "face/codec/picture_shape.hpp"
#include "face/codec/png_codec.hpp"

#include <exception>

namespace madoguchi::face {

namespace {

Result<Image> decode_or_throw(const DecodeRequest& request) {
    switch (request.kind) {
    case PictureKind::Jpeg2000:
        return decode_jpeg2000_file(request.file);
    case PictureKind::Png:
        return reduce(MADOGUCHI_TRY(decode_png_file(request.file)), request.longest_side);
    case PictureKind::Jpeg:
        return turn_upright(
            reduce(MADOGUCHI_TRY(decode_jpeg_file(request.file)), request.longest_side),
            exif_orientation(request.file));
    }
    return fail(ErrorCode::ImageUnreadable, "picture is of an unknown kind");
}

} // namespace

Result<Image> CodecDecoder::decode(const DecodeRequest& request) {
    try {
        return decode_or_throw(request);
    } catch (const std::exception&) { // bad_alloc, above all
        return fail(ErrorCode::ImageUnreadable, "picture needs more memory than it may have");
    }
}

} // namespace madoguchi::face
