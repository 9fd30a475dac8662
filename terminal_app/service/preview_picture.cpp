#include "terminal_app/service/preview_picture.hpp"

#include "face/image/picture_decoder.hpp"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

namespace madoguchi::terminal {

namespace {

constexpr int preview_quality = 70;

// OpenCV takes no read-only matrix; nothing here writes to it.
cv::Mat matrix_over(const face::ImageView& view) {
    const int type = view.format() == PixelFormat::Grey8 ? CV_8UC1 : CV_8UC3;
    auto* pixels = const_cast<std::uint8_t*>( // NOLINT(cppcoreguidelines-pro-type-const-cast)
        view.pixels().data());
    return {view.height(), view.width(), type, pixels};
}

// The one place where OpenCV's exceptions end.
Result<SecretBytes> encode(const face::ImageView& view, const char* form, bool mirrored,
                           const std::vector<int>& parameters) {
    try {
        cv::Mat picture = matrix_over(view);
        if (mirrored) {
            cv::Mat turned;
            cv::flip(picture, turned, 1);
            picture = turned;
        }
        Bytes encoded;
        if (cv::imencode(form, picture, encoded, parameters)) {
            return SecretBytes::taking(std::move(encoded));
        }
    } catch (const cv::Exception&) {
        return fail(ErrorCode::ImageUnreadable, "the picture cannot be encoded for the page");
    }
    return fail(ErrorCode::ImageUnreadable, "the picture cannot be encoded for the page");
}

} // namespace

Result<SecretBytes> preview_jpeg(const Frame& frame) {
    const face::ImageView view = MADOGUCHI_TRY(face::ImageView::of(frame));
    return encode(view, ".jpg", true, {cv::IMWRITE_JPEG_QUALITY, preview_quality});
}

Result<SecretBytes> photo_png(face::PixelDecoder& decoder, ByteView jpeg2000) {
    const face::Image photo = MADOGUCHI_TRY(face::decode_jpeg2000(decoder, jpeg2000));
    return encode(photo.view(), ".png", false, {});
}

} // namespace madoguchi::terminal
