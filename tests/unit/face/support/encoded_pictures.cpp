#include "tests/unit/face/support/encoded_pictures.hpp"

#include "face/image/opencv_internal.hpp"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace madoguchi::test {

namespace {

Bytes encode(const cv::Mat& picture, const std::string& extension) {
    Bytes file;
    cv::imencode(extension, picture, file, {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, 80});
    return file;
}

Frame frame_of(const cv::Mat& picture) {
    Frame frame;
    frame.width = picture.cols;
    frame.height = picture.rows;
    frame.pixels.assign(picture.data, picture.data + picture.total() * picture.elemSize());
    return frame;
}

} // namespace

face::Image striped_picture(int width, int height, PixelFormat format) {
    face::Image picture(width, height, format);
    std::size_t i = 0;
    for (std::uint8_t& value : picture.pixels_for_writing()) {
        value = static_cast<std::uint8_t>((i / 40) % 2 == 0 ? 60 : 180);
        ++i;
    }
    return picture;
}

Bytes encoded(const face::ImageView& picture, const std::string& extension) {
    return encode(face::opencv_view(picture), extension);
}

Bytes codestream_of(ByteView jp2) {
    constexpr std::array<std::uint8_t, 4> start{0xFF, 0x4F, 0xFF, 0x51};
    const auto found = std::search(jp2.begin(), jp2.end(), start.begin(), start.end());
    return {found, jp2.end()};
}

Bytes file_content(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Bytes chip_photo(const face::ImageView& portrait) {
    const cv::Mat colour = face::opencv_bgr(portrait);
    const int height = colour.cols * 5 / 4;
    cv::Mat grey;
    cv::cvtColor(colour(cv::Rect(0, (colour.rows - height) / 2, colour.cols, height)), grey,
                 cv::COLOR_BGR2GRAY);
    cv::resize(grey, grey, {192, 240}, 0, 0, cv::INTER_AREA);
    return encode(grey, ".jp2");
}

Frame side_by_side(const face::ImageView& left, const face::ImageView& right) {
    cv::Mat both;
    cv::hconcat(face::opencv_bgr(left), face::opencv_bgr(right), both);
    return frame_of(both);
}

Frame darkened(const face::ImageView& picture, double factor) {
    const cv::Mat dark = face::opencv_bgr(picture) * factor;
    return frame_of(dark);
}

Frame frame_of(const face::ImageView& picture, std::uint64_t sequence, MonotonicTime taken_at) {
    Frame frame = frame_of(face::opencv_bgr(picture));
    frame.sequence = sequence;
    frame.taken_at = taken_at;
    return frame;
}

void paint(face::Image& picture, const face::Point& centre, int across, int down,
           std::uint8_t value) {
    const auto pixels = picture.pixels_for_writing();
    const auto channels = static_cast<std::size_t>(bytes_per_pixel(picture.format()));
    const int left = std::max(0, static_cast<int>(centre.x) - across);
    const int right = std::min(picture.width(), static_cast<int>(centre.x) + across);
    const int top = std::max(0, static_cast<int>(centre.y) - down);
    const int bottom = std::min(picture.height(), static_cast<int>(centre.y) + down);
    for (int y = top; y < bottom; ++y) {
        const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width());
        const auto first = (row + static_cast<std::size_t>(left)) * channels;
        const auto last = (row + static_cast<std::size_t>(right)) * channels;
        std::fill(pixels.begin() + static_cast<std::ptrdiff_t>(first),
                  pixels.begin() + static_cast<std::ptrdiff_t>(last), value);
    }
}

} // namespace madoguchi::test
