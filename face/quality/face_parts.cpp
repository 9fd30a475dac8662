#include "face/quality/face_parts.hpp"

#include "face/align/face_alignment.hpp"
#include "face/image/opencv_internal.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace madoguchi::face {

namespace {

// Around a point of the aligned face, pixels to each side; inside the picture.
cv::Rect around(const Point& point, float across, float down) {
    const cv::Rect area(
        cv::Point(static_cast<int>(point.x - across), static_cast<int>(point.y - down)),
        cv::Point(static_cast<int>(point.x + across), static_cast<int>(point.y + down)));
    return area & cv::Rect(0, 0, aligned_side, aligned_side);
}

Point between(const Point& first, const Point& second) {
    return {(first.x + second.x) / 2, (first.y + second.y) / 2};
}

// The longest run of dark pixels down any column but the outermost.
int longest_dark_run(const cv::Mat& eye, double darker_than) {
    constexpr int margin = 4;
    int longest = 0;
    for (int x = margin; x < eye.cols - margin; ++x) {
        int run = 0;
        for (int y = 0; y < eye.rows; ++y) {
            run = eye.at<std::uint8_t>(y, x) < darker_than ? run + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    return longest;
}

float opening_of(const cv::Mat& grey, const Point& eye) {
    constexpr double part_of_mean = 0.65; // from the darkest pixel up to the mean
    constexpr int enlarged = 2;
    cv::Mat large;
    cv::resize(grey(around(eye, 8, 9)), large, {}, enlarged, enlarged, cv::INTER_CUBIC);
    double darkest = 0;
    cv::minMaxLoc(large, &darkest);
    const double limit = darkest + part_of_mean * (cv::mean(large)[0] - darkest);
    return static_cast<float>(longest_dark_run(large, limit)) / enlarged;
}

float colour_distance(const cv::Mat& lab, const cv::Rect& first, const cv::Rect& second) {
    const cv::Scalar difference = cv::mean(lab(first)) - cv::mean(lab(second));
    return static_cast<float>(std::hypot(difference[1], difference[2]));
}

float mask_tint_of(const cv::Mat& bgr, const FiveLandmarks& points) {
    cv::Mat lab;
    cv::cvtColor(bgr, lab, cv::COLOR_BGR2Lab);
    const Point brow = between(points[0], points[1]);
    const cv::Rect mouth = around(between(points[3], points[4]), 16, 9);
    return std::min(colour_distance(lab, mouth, around(brow, 6, 6)),
                    colour_distance(lab, mouth, around({brow.x, brow.y - 16}, 16, 6)));
}

float share_of_glare(const cv::Mat& grey, const cv::Rect& eye) {
    constexpr double almost_white = 240;
    return static_cast<float>(cv::countNonZero(grey(eye) >= almost_white)) /
           static_cast<float>(eye.area());
}

FaceParts measure(const cv::Mat& bgr) {
    const FiveLandmarks points = alignment_template();
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    const std::array eyes{around(points[0], 10, 5), around(points[1], 10, 5)};
    const double nose = cv::mean(grey(around({points[2].x, points[2].y - 4}, 7, 7)))[0];
    FaceParts parts;
    parts.eye_opening = std::max(opening_of(grey, points[0]), opening_of(grey, points[1]));
    parts.mask_tint = mask_tint_of(bgr, points);
    parts.eye_brightness = static_cast<float>(
        std::max(cv::mean(grey(eyes[0]))[0], cv::mean(grey(eyes[1]))[0]) / std::max(nose, 1.0));
    parts.eye_glare = std::max(share_of_glare(grey, eyes[0]), share_of_glare(grey, eyes[1]));
    return parts;
}

} // namespace

Result<FaceParts> measure_parts(const ImageView& aligned) {
    try {
        return measure(opencv_bgr(aligned));
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed, "parts of a face could not be measured");
    }
}

} // namespace madoguchi::face
