#include "face/align/face_alignment.hpp"

#include "face/image/opencv_internal.hpp"

#include <opencv2/imgproc.hpp>

namespace madoguchi::face {

FiveLandmarks alignment_template() {
    FiveLandmarks points{
        {{0.316F, 0.462F}, {0.683F, 0.462F}, {0.500F, 0.641F}, {0.349F, 0.825F}, {0.653F, 0.825F}}};
    for (Point& point : points) {
        point = {point.x * aligned_side, point.y * aligned_side};
    }
    return points;
}

Result<Image> align_face(const ImageView& picture, const FiveLandmarks& landmarks) {
    const SimilarityTransform transform =
        MADOGUCHI_TRY(fit_similarity(landmarks, alignment_template()));
    Image aligned(aligned_side, aligned_side, PixelFormat::Bgr8);
    try {
        const cv::Matx23d matrix(transform.a, -transform.b, transform.shift_x, //
                                 transform.b, transform.a, transform.shift_y);
        cv::Mat target = opencv_target(aligned);
        cv::warpAffine(opencv_bgr(picture), target, matrix, target.size());
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed, "face alignment failed");
    }
    return aligned;
}

Image mirrored(const Image& aligned) {
    Image mirror(aligned.width(), aligned.height(), aligned.format());
    const ByteView source = aligned.view().pixels();
    const auto target = mirror.pixels_for_writing();
    const auto pixel = static_cast<std::size_t>(bytes_per_pixel(aligned.format()));
    const auto width = static_cast<std::size_t>(aligned.width());
    for (std::size_t i = 0; i < source.size() / pixel; ++i) {
        const std::size_t opposite = (i / width) * width + (width - 1 - i % width);
        for (std::size_t channel = 0; channel < pixel; ++channel) {
            target[opposite * pixel + channel] = source[i * pixel + channel];
        }
    }
    return mirror;
}

} // namespace madoguchi::face
