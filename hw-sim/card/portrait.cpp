#include "hw-sim/card/portrait.hpp"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace madoguchi::sim {

namespace {

const cv::Size photo_size(192, 240);
constexpr int compression_per_mille = 90; // of the uncompressed size: about 4 kB

// Five sixths of the width, centred, from the top: head and shoulders fill the photo.
cv::Rect portrait_area(cv::Size picture) {
    const int width = picture.width * 5 / 6;
    const int height = std::min(width * photo_size.height / photo_size.width, picture.height);
    return {(picture.width - width) / 2, 0, width, height};
}

// Throws what OpenCV throws.
Result<Bytes> encode(const cv::Mat& photo) {
    Bytes encoded;
    if (!cv::imencode(".jp2", photo, encoded,
                      {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, compression_per_mille})) {
        return fail(ErrorCode::ImageUnreadable, "OpenCV cannot encode JPEG 2000");
    }
    return encoded;
}

} // namespace

Result<Bytes> encode_portrait(const std::filesystem::path& picture) {
    try {
        const cv::Mat original = cv::imread(picture.string(), cv::IMREAD_GRAYSCALE);
        if (original.empty()) {
            return fail(ErrorCode::FileUnreadable, "the persona folder has no readable chip.png");
        }
        if (original.cols < photo_size.width || original.rows < photo_size.height) {
            return fail(ErrorCode::ImageUnreadable, "chip.png is smaller than a card photo");
        }
        cv::Mat photo;
        cv::resize(original(portrait_area(original.size())), photo, photo_size, 0, 0,
                   cv::INTER_AREA);
        return encode(photo);
    } catch (const cv::Exception&) {
        return fail(ErrorCode::ImageUnreadable, "OpenCV cannot read chip.png or encode JPEG 2000");
    }
}

Result<Bytes> encode_placeholder_photo() {
    constexpr int grey = 192;
    try {
        return encode(cv::Mat(photo_size, CV_8UC1, cv::Scalar(grey)));
    } catch (const cv::Exception&) {
        return fail(ErrorCode::ImageUnreadable, "OpenCV cannot encode JPEG 2000");
    }
}

} // namespace madoguchi::sim
