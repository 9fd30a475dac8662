#include "surface/geometry/rectify.hpp"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace madoguchi::surface {

namespace {

int pixels(double millimetres) {
    return static_cast<int>(std::lround(millimetres * pixels_per_mm));
}

const cv::Size card_size(pixels(card_width_mm), pixels(card_height_mm));

} // namespace

cv::Rect pixels_of(const Area& area) {
    const cv::Rect whole({0, 0}, card_size);
    return cv::Rect(pixels(area.x), pixels(area.y), pixels(area.width), pixels(area.height)) &
           whole;
}

cv::Mat rectify(const cv::Mat& picture, const Quad& quad) {
    const auto right = static_cast<float>(card_size.width);
    const auto bottom = static_cast<float>(card_size.height);
    const Quad target{cv::Point2f{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
    cv::Mat card;
    cv::warpPerspective(picture, card, cv::getPerspectiveTransform(quad.data(), target.data()),
                        card_size, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return card;
}

} // namespace madoguchi::surface
