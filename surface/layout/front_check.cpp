#include "surface/layout/front_check.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace madoguchi::surface {

namespace {

// The value that the given share of all pixels does not exceed. Of an 8-bit picture.
int percentile(const cv::Mat& grey, double share) {
    constexpr int levels = 256;
    std::array<std::size_t, levels> counts{};
    for (const std::uint8_t value : cv::Mat_<std::uint8_t>(grey)) {
        ++counts.at(value);
    }
    const auto wanted = static_cast<std::size_t>(share * static_cast<double>(grey.total()));
    std::size_t seen = 0;
    for (int level = 0; level < levels; ++level) {
        seen += counts.at(static_cast<std::size_t>(level));
        if (seen > wanted) {
            return level;
        }
    }
    return levels - 1;
}

constexpr double paper_share = 0.6; // most of a front is paper, little of it is as bright
constexpr double saturated = 245;

// Without its rim, where the desk may show.
cv::Mat inner(const cv::Mat& card) {
    constexpr double rim_mm = 3;
    return card(
        pixels_of({rim_mm, rim_mm, card_width_mm - 2 * rim_mm, card_height_mm - 2 * rim_mm}));
}

// How dark hair, clothes and skin are where the photo stands; a reflection over half of it leaves
// that as it is.
int shade(const cv::Mat& card, double dark_share) {
    return percentile(card(pixels_of(photo)), dark_share);
}

} // namespace

bool is_sharp(const cv::Mat& card) {
    // An edge blurred by s pixels rises by its contrast / (2.5 s) from one pixel to the next.
    constexpr double least_rise = 0.10;
    constexpr double steepest_share = 0.995;
    cv::Mat smooth; // or noise would look like edges
    cv::Mat across;
    cv::Mat down;
    cv::Mat slope;
    cv::GaussianBlur(inner(card), smooth, {}, 1.5);
    cv::Sobel(smooth, across, CV_16S, 1, 0, 3, 1.0 / 8);
    cv::Sobel(smooth, down, CV_16S, 0, 1, 3, 1.0 / 8);
    cv::convertScaleAbs(cv::abs(across) + cv::abs(down), slope);
    // Of ink and paper: a reflection is brighter than either.
    const int contrast = percentile(smooth, paper_share) - percentile(smooth, 0.01);
    return percentile(slope, steepest_share) >= least_rise * std::max(contrast, 1);
}

bool is_blank(const cv::Mat& card) {
    constexpr int least_ink = 30; // grey levels below the ground
    constexpr double least_share = 0.01;
    cv::Mat small;
    cv::Mat ground;
    cv::resize(inner(card), small, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::GaussianBlur(small, small, {}, 1);
    cv::morphologyEx(small, ground, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {41, 41}));
    const auto printed = static_cast<double>(cv::countNonZero(ground - small > least_ink));
    return printed < least_share * static_cast<double>(small.total());
}

cv::Mat upright(const cv::Mat& card) {
    cv::Mat turned;
    cv::rotate(card, turned, cv::ROTATE_180);
    constexpr double dark_share = 0.25; // more than lines and print have of such an area
    return shade(card, dark_share) <= shade(turned, dark_share) ? card : turned;
}

bool has_photo(const cv::Mat& card) {
    constexpr double most_of_paper = 0.8; // a share, so that dim light changes nothing
    constexpr double dark_share = 0.05;   // what is left of it under a reflection
    return shade(card, dark_share) < most_of_paper * percentile(inner(card), paper_share);
}

bool has_glare(const cv::Mat& card, const Area& area) {
    constexpr double least_share = 0.03;
    const cv::Mat place = card(pixels_of(area));
    return cv::countNonZero(place >= saturated) > least_share * static_cast<double>(place.total());
}

} // namespace madoguchi::surface
