// Our pictures as OpenCV sees them. For this layer's own source files; not installed.
#pragma once

#include "face/image/image.hpp"

#include <opencv2/core.hpp>

namespace madoguchi::face {

[[nodiscard]] inline int opencv_type(PixelFormat format) {
    return format == PixelFormat::Grey8 ? CV_8UC1 : CV_8UC3;
}

// No copy: valid while the picture lives, and only to be read.
[[nodiscard]] inline cv::Mat opencv_view(const ImageView& image) {
    // OpenCV has no read-only matrix.
    auto* pixels = const_cast<std::uint8_t*>(image.pixels().data());
    return {image.height(), image.width(), opencv_type(image.format()), pixels};
}

// No copy: OpenCV functions that write a matrix of this size and type write into the picture.
[[nodiscard]] inline cv::Mat opencv_target(Image& image) {
    return {image.height(), image.width(), opencv_type(image.format()),
            image.pixels_for_writing().data()};
}

// BGR, converted when the picture is grey.
[[nodiscard]] cv::Mat opencv_bgr(const ImageView& image);

} // namespace madoguchi::face
