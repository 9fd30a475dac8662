// Our pictures as OpenCV sees them. For this layer's own source files; not installed.
#pragma once

#include "face/image/image.hpp"

#include <opencv2/core.hpp>

namespace madoguchi::face {

[[nodiscard]] inline int opencv_type(PixelFormat format) {
    return format == PixelFormat::Grey8 ? CV_8UC1 : CV_8UC3;
}

// A matrix over bytes, without a copy: valid while they live, and only to be read.
[[nodiscard]] inline cv::Mat opencv_view(int height, int width, int type, ByteView bytes) {
    // OpenCV has no read-only matrix. NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    return {height, width, type, const_cast<std::uint8_t*>(bytes.data())};
}

[[nodiscard]] inline cv::Mat opencv_view(const ImageView& image) {
    return opencv_view(image.height(), image.width(), opencv_type(image.format()), image.pixels());
}

// No copy: OpenCV functions that write a matrix of this size and type write into the picture.
[[nodiscard]] inline cv::Mat opencv_target(Image& image) {
    return {image.height(), image.width(), opencv_type(image.format()),
            image.pixels_for_writing().data()};
}

// BGR, converted when the picture is grey.
[[nodiscard]] cv::Mat opencv_bgr(const ImageView& image);

} // namespace madoguchi::face
