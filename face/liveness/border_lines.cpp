#include "face/liveness/border_lines.hpp"

#include "face/image/opencv_internal.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace madoguchi::face {

namespace {

constexpr float face_width = 64;  // pixels, to which the picture is scaled
constexpr float least_width = 24; // of a face that is looked at; a smaller one shows no edges
constexpr float step = 8;         // grey levels, half of the difference two pixels apart
constexpr int samples = 40;       // along a line
// In parts of the box's height, from its top.
constexpr float above = 0.1F;
constexpr float wanted_below = 1.55F;
constexpr float least_below = 1.25F;
// In parts of the box's width, from its middle.
constexpr float nearest = 0.6F;
constexpr float furthest = 2.0F;
constexpr float steepest = 0.3F; // sideways for each pixel down
constexpr int slopes = 25;

// Where brightness rises and where it falls from left to right; also one pixel beside.
struct Steps {
    cv::Mat rising;
    cv::Mat falling;
};

Steps steps_of(const cv::Mat& bgr, float scale) {
    cv::Mat small;
    cv::resize(bgr, small, {}, static_cast<double>(scale), static_cast<double>(scale),
               cv::INTER_AREA);
    cv::Mat grey;
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    wipe(small.data, small.total() * small.elemSize());
    cv::Mat slope;
    cv::Sobel(grey, slope, CV_32F, 1, 0, 1, 0.5); // one row: (right - left) / 2
    wipe(grey.data, grey.total());
    const cv::Mat beside = cv::Mat::ones(1, 3, CV_8U);
    Steps steps;
    cv::dilate(slope, steps.rising, beside);
    cv::dilate(-slope, steps.falling, beside);
    wipe(slope.data, slope.total() * slope.elemSize());
    return steps;
}

struct Stretch {
    float from = 0;
    float to = 0;
};

// The share of the line that has a step, in the direction that has more; 0 when it leaves the
// picture.
float support_of(const Steps& steps, float middle, float slope, const Stretch& rows) {
    const float half = (rows.to - rows.from) / 2;
    const float reach = std::abs(slope) * half;
    if (middle - reach < 1 || middle + reach > static_cast<float>(steps.rising.cols - 2)) {
        return 0;
    }
    std::array<int, 2> seen{};
    for (int i = 0; i < samples; ++i) {
        const float down = half * (2 * static_cast<float>(i) / (samples - 1) - 1);
        const int x = static_cast<int>(middle + slope * down);
        const int y = static_cast<int>(rows.from + half + down);
        seen[0] += steps.rising.at<float>(y, x) > step ? 1 : 0;
        seen[1] += steps.falling.at<float>(y, x) > step ? 1 : 0;
    }
    return static_cast<float>(std::max(seen[0], seen[1])) / samples;
}

float best_line(const Steps& steps, float face_middle, int side, const Stretch& rows) {
    float best = 0;
    for (float away = nearest * face_width; away < furthest * face_width; ++away) {
        for (int i = 0; i < slopes; ++i) {
            const float slope = steepest * (2 * static_cast<float>(i) / (slopes - 1) - 1);
            const float middle = face_middle + static_cast<float>(side) * away;
            best = std::max(best, support_of(steps, middle, slope, rows));
        }
    }
    return best;
}

} // namespace

Result<std::optional<float>> measure_border(const ImageView& picture, const FaceBox& box) {
    const float bottom = static_cast<float>(picture.height()) - 1;
    if (box.width < least_width || box.top + least_below * box.height > bottom) {
        return std::nullopt;
    }
    try {
        const float scale = face_width / box.width;
        Steps steps = steps_of(opencv_bgr(picture), scale);
        const auto last_row = static_cast<float>(steps.rising.rows - 1);
        const Stretch rows{std::max(0.0F, scale * (box.top - above * box.height)),
                           std::min(last_row, scale * (box.top + wanted_below * box.height))};
        const float middle = scale * (box.left + box.width / 2);
        const float border =
            std::min(best_line(steps, middle, -1, rows), best_line(steps, middle, 1, rows));
        wipe(steps.rising.data, steps.rising.total() * steps.rising.elemSize());
        wipe(steps.falling.data, steps.falling.total() * steps.falling.elemSize());
        return border;
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed, "the search for edges beside a face failed");
    }
}

} // namespace madoguchi::face
