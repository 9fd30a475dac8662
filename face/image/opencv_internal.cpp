#include "face/image/opencv_internal.hpp"

#include <opencv2/imgproc.hpp>

namespace madoguchi::face {

cv::Mat opencv_bgr(const ImageView& image) {
    if (image.format() == PixelFormat::Bgr8) {
        return opencv_view(image);
    }
    cv::Mat bgr;
    cv::cvtColor(opencv_view(image), bgr, cv::COLOR_GRAY2BGR);
    return bgr;
}

} // namespace madoguchi::face
