#include "hw-sim/presentation/tablet.hpp"

#include "hal/base/contract.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace madoguchi::sim {

namespace {

using Corners = std::array<cv::Point2f, 4>; // from the upper left on, clockwise

const cv::Size frame_size{640, 480};
constexpr int display_scale = 3; // pixels of the display for one of the frame
constexpr double other_stripes =
    0.7; // of a colour where another one's stripe is, seen through glass
constexpr double black_of_display = 14;
constexpr double blur = 0.6;  // of the lens, standard deviation, pixels
constexpr double noise = 3.5; // of the sensor, standard deviation, grey levels

// The part of the frame that the display has room for: head and shoulders.
cv::Rect shown_part(TabletPlace place) {
    return place == TabletPlace::FillsPicture ? cv::Rect({}, frame_size)
                                              : cv::Rect(165, 50, 290, 400);
}

Corners display_corners(TabletPlace place, cv::RNG& hand) {
    const float x = hand.uniform(-4.0F, 4.0F);
    const float y = hand.uniform(-3.0F, 3.0F);
    const float lean = hand.uniform(-3.0F, 3.0F);
    if (place == TabletPlace::FillsPicture) {
        return {{{x - 12, y - 9 + lean},
                 {x + 652, y - 9 - lean},
                 {x + 652, y + 489 - lean},
                 {x - 12, y + 489 + lean}}};
    }
    return {{{x + 196, y + 74 + lean},
             {x + 444, y + 68 - lean},
             {x + 450, y + 418 - lean},
             {x + 206, y + 424 + lean}}};
}

Corners grown(const Corners& corners, float by) {
    cv::Point2f middle;
    for (const cv::Point2f& corner : corners) {
        middle += corner / 4;
    }
    Corners larger;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const cv::Point2f away = corners.at(i) - middle;
        larger.at(i) =
            corners.at(i) + cv::Point2f(away.x > 0 ? by : -by, away.y > 0 ? by * 1.6F : -by * 1.6F);
    }
    return larger;
}

// Each column of pixels of the display glows in one colour.
cv::Mat on_stripes(const cv::Mat& picture) {
    cv::Mat display;
    cv::resize(picture, display, {}, display_scale, display_scale, cv::INTER_LINEAR);
    display.forEach<cv::Vec3b>([](cv::Vec3b& pixel, const int* at) {
        for (int channel = 0; channel < 3; ++channel) {
            const double share = at[1] % 3 == 2 - channel ? 3 - 2 * other_stripes : other_stripes;
            pixel[channel] =
                cv::saturate_cast<std::uint8_t>(pixel[channel] * share + black_of_display);
        }
    });
    return display;
}

cv::Mat room() {
    cv::Mat wall(frame_size, CV_8UC3);
    wall.forEach<cv::Vec3b>([](cv::Vec3b& pixel, const int* at) {
        const double light = 92 - 0.05 * at[0] - 0.03 * at[1];
        pixel = {cv::saturate_cast<std::uint8_t>(light), cv::saturate_cast<std::uint8_t>(light + 5),
                 cv::saturate_cast<std::uint8_t>(light + 3)};
    });
    return wall;
}

void fill(cv::Mat& picture, const Corners& corners, const cv::Scalar& colour) {
    std::array<cv::Point, 4> points;
    std::transform(corners.begin(), corners.end(), points.begin(),
                   [](const cv::Point2f& corner) { return cv::Point(corner); });
    cv::fillConvexPoly(picture, points.data(), static_cast<int>(points.size()), colour,
                       cv::LINE_AA);
}

// Each pixel of the sensor gathers the light of several stripes; what is left of them is a weak
// pattern where both grids beat.
void lay_onto(cv::Mat& picture, const cv::Mat& display, const Corners& corners) {
    constexpr float finer = 3;
    const auto width = static_cast<float>(display.cols);
    const auto height = static_cast<float>(display.rows);
    const Corners from{{{0, 0}, {width, 0}, {width, height}, {0, height}}};
    Corners onto;
    std::transform(corners.begin(), corners.end(), onto.begin(),
                   [](const cv::Point2f& corner) { return corner * finer; });
    cv::Mat fine;
    cv::resize(picture, fine, {}, static_cast<double>(finer), static_cast<double>(finer),
               cv::INTER_NEAREST);
    cv::warpPerspective(display, fine, cv::getPerspectiveTransform(from.data(), onto.data()),
                        fine.size(), cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);
    cv::resize(fine, picture, picture.size(), 0, 0, cv::INTER_AREA);
}

} // namespace

cv::Mat shown_on_tablet(const cv::Mat& frame, TabletPlace place, unsigned number) {
    MADOGUCHI_EXPECTS(frame.size() == frame_size && frame.type() == CV_8UC3);
    cv::RNG moment(number + 1);
    const Corners corners = display_corners(place, moment);
    cv::Mat seen = room();
    constexpr float bezel = 13; // pixels
    fill(seen, grown(corners, bezel), cv::Scalar(18, 18, 18));
    lay_onto(seen, on_stripes(frame(shown_part(place))), corners);
    cv::GaussianBlur(seen, seen, {}, blur);
    cv::Mat grain(seen.size(), CV_16SC3);
    moment.fill(grain, cv::RNG::NORMAL, 0, noise);
    cv::add(seen, grain, seen, cv::noArray(), CV_8U);
    return seen;
}

} // namespace madoguchi::sim
