#include "face/evaluate/chip_degradation.hpp"

#include "face/image/opencv_internal.hpp"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace madoguchi::face {

namespace {

// Head and shoulders: the detected face fills half of the photo's height, a little above its
// middle.
constexpr float face_share_of_height = 0.5F;
constexpr float face_centre_from_top = 0.45F;

cv::Mat cut_out(const cv::Mat& picture, const FaceBox& face) {
    const float height = face.height / face_share_of_height;
    const float width = height * chip_photo_width / chip_photo_height;
    const cv::Point2f centre(face.left + face.width / 2,
                             face.top + face.height / 2 + height * (0.5F - face_centre_from_top));
    cv::Mat portrait;
    cv::getRectSubPix(picture, {cvRound(width), cvRound(height)}, centre, portrait);
    cv::Mat photo;
    cv::resize(portrait, photo, {chip_photo_width, chip_photo_height}, 0, 0, cv::INTER_AREA);
    return photo;
}

// OpenCV is told a size in thousandths of the raw one and may miss it: hence the steps down.
Result<Bytes> encode(const cv::Mat& photo, std::size_t most_bytes) {
    const std::size_t raw = photo.total();
    for (auto per_mille = static_cast<int>(most_bytes * 1000 / raw); per_mille > 0; --per_mille) {
        Bytes file;
        if (!cv::imencode(".jp2", photo, file,
                          {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, std::min(per_mille, 1000)})) {
            return fail(ErrorCode::ImageUnreadable, "OpenCV cannot encode JPEG 2000");
        }
        if (file.size() <= most_bytes) {
            return file;
        }
    }
    return fail(ErrorCode::ImageRefused, "no photo of 192 x 240 pixels is as small as that");
}

} // namespace

Result<Bytes> as_chip_photo(const ImageView& picture, const FaceBox& face, std::size_t most_bytes) {
    if (!(face.height > 0)) {
        return fail(ErrorCode::FaceNotFound, "the face has no height");
    }
    try {
        cv::Mat grey;
        cv::cvtColor(opencv_bgr(picture), grey, cv::COLOR_BGR2GRAY);
        return encode(cut_out(grey, face), most_bytes);
    } catch (const cv::Exception&) {
        return fail(ErrorCode::ImageUnreadable, "OpenCV cannot make a chip photo of the picture");
    }
}

} // namespace madoguchi::face
