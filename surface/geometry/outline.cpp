#include "surface/geometry/outline.hpp"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <vector>

namespace madoguchi::surface {

namespace {

constexpr int search_reach = 7; // pixels to each side of the rough line
constexpr int samples_a_side = 80;
constexpr float corner_share = 0.06F; // rounded corners say nothing about a side

float grey_at(const cv::Mat& grey, cv::Point2f at) {
    const int x = std::clamp(static_cast<int>(std::lround(at.x)), 0, grey.cols - 1);
    const int y = std::clamp(static_cast<int>(std::lround(at.y)), 0, grey.rows - 1);
    return grey.at<std::uint8_t>(y, x);
}

// The place of the strongest change of brightness across the side, if there is any.
std::optional<cv::Point2f> edge_across(const cv::Mat& grey, cv::Point2f at, cv::Point2f normal) {
    constexpr float least_change = 12; // grey levels
    float strongest = least_change;
    std::optional<cv::Point2f> found;
    for (int step = -search_reach; step <= search_reach; ++step) {
        const cv::Point2f here = at + normal * static_cast<float>(step);
        const float change =
            std::abs(grey_at(grey, here + normal * 1.5F) - grey_at(grey, here - normal * 1.5F));
        if (change > strongest) {
            strongest = change;
            found = here;
        }
    }
    return found;
}

Line line_through(const std::vector<cv::Point2f>& points) {
    cv::Vec4f fitted;
    cv::fitLine(points, fitted, cv::DIST_WELSCH, 1.5, 0.01, 0.01);
    return {{fitted[2], fitted[3]}, {fitted[0], fitted[1]}};
}

Line refined_side(const cv::Mat& grey, cv::Point2f from, cv::Point2f to) {
    const cv::Point2f way = to - from;
    const float length = std::hypot(way.x, way.y);
    const cv::Point2f direction = way / length;
    const cv::Point2f normal(-direction.y, direction.x);
    std::vector<cv::Point2f> seen;
    for (int sample = 0; sample < samples_a_side; ++sample) {
        const float share = corner_share + (1 - 2 * corner_share) * static_cast<float>(sample) /
                                               (samples_a_side - 1);
        if (const auto at = edge_across(grey, from + way * share, normal)) {
            seen.push_back(*at);
        }
    }
    constexpr std::size_t enough = samples_a_side / 3;
    return seen.size() < enough ? Line{from, direction} : line_through(seen);
}

} // namespace

EdgeSupport::EdgeSupport(const cv::Mat& edges) {
    cv::dilate(edges, near_edges_, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
}

double EdgeSupport::along(const Quad& quad) const {
    constexpr int samples = 60;
    const cv::Rect whole({0, 0}, near_edges_.size());
    int seen = 0;
    for (std::size_t corner = 0; corner < 4; ++corner) {
        const cv::Point2f from = quad.at(corner);
        const cv::Point2f way = quad.at((corner + 1) % 4) - from;
        for (int sample = 0; sample < samples; ++sample) {
            const cv::Point at(from + way * ((static_cast<float>(sample) + 0.5F) / samples));
            seen += whole.contains(at) && near_edges_.at<std::uint8_t>(at) != 0 ? 1 : 0;
        }
    }
    return seen / (4.0 * samples);
}

Quad refined(const Quad& quad, const cv::Mat& grey) {
    std::array<Line, 4> sides;
    for (std::size_t corner = 0; corner < 4; ++corner) {
        sides.at(corner) = refined_side(grey, quad.at(corner), quad.at((corner + 1) % 4));
    }
    Quad better = quad;
    for (std::size_t corner = 0; corner < 4; ++corner) {
        if (const auto at = intersection(sides.at((corner + 3) % 4), sides.at(corner))) {
            better.at(corner) = *at;
        }
    }
    return better;
}

} // namespace madoguchi::surface
