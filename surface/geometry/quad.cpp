#include "surface/geometry/quad.hpp"

#include <algorithm>
#include <cmath>

namespace madoguchi::surface {

namespace {

float cross(cv::Point2f one, cv::Point2f other) {
    return one.x * other.y - one.y * other.x;
}

double length(cv::Point2f vector) {
    return std::hypot(vector.x, vector.y);
}

double side(const Quad& quad, std::size_t from) {
    return length(quad.at((from + 1) % 4) - quad.at(from));
}

} // namespace

std::optional<cv::Point2f> intersection(const Line& one, const Line& other) {
    constexpr float almost_parallel = 0.05F; // sine of about three degrees
    const float sine = cross(one.direction, other.direction);
    if (std::abs(sine) < almost_parallel) {
        return std::nullopt;
    }
    const float way = cross(other.point - one.point, other.direction) / sine;
    return one.point + one.direction * way;
}

std::optional<Quad> ordered(std::array<cv::Point2f, 4> corners) {
    std::array<float, 4> turns{};
    for (std::size_t corner = 0; corner < 4; ++corner) {
        const cv::Point2f here = corners.at(corner);
        turns.at(corner) = cross(corners.at((corner + 1) % 4) - here,
                                 corners.at((corner + 2) % 4) - corners.at((corner + 1) % 4));
    }
    const auto is_right = [](float turn) { return turn > 0; };
    const auto right_turns = std::count_if(turns.begin(), turns.end(), is_right);
    if (right_turns != 0 && right_turns != 4) {
        return std::nullopt;
    }
    if (right_turns == 0) { // the other way round
        std::reverse(corners.begin(), corners.end());
    }
    if (side(corners, 0) + side(corners, 2) < side(corners, 1) + side(corners, 3)) {
        std::rotate(corners.begin(), corners.begin() + 1, corners.end());
    }
    return corners;
}

double proportion(const Quad& quad) {
    return (side(quad, 0) + side(quad, 2)) / (side(quad, 1) + side(quad, 3));
}

double area(const Quad& quad) {
    return std::abs(cross(quad[2] - quad[0], quad[3] - quad[1])) / 2;
}

double distance(const Quad& one, const Quad& other) {
    double sum = 0;
    for (const cv::Point2f corner : one) {
        double nearest = length(corner - other[0]);
        for (const cv::Point2f candidate : other) {
            nearest = std::min(nearest, length(corner - candidate));
        }
        sum += nearest;
    }
    return sum / 4;
}

} // namespace madoguchi::surface
