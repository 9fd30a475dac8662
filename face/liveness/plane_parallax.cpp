#include "face/liveness/plane_parallax.hpp"

#include "face/quality/face_measures.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace madoguchi::face {

namespace {

constexpr std::size_t nose = 2;

std::array<cv::Point2f, 4> plane_points(const FiveLandmarks& face) {
    const auto point = [&face](std::size_t i) { return cv::Point2f(face[i].x, face[i].y); };
    return {point(0), point(1), point(3), point(4)};
}

// From the middle of the eyes to the middle of the mouth.
float height_of(const FiveLandmarks& face) {
    const float across = (face[3].x + face[4].x - face[0].x - face[1].x) / 2;
    const float down = (face[3].y + face[4].y - face[0].y - face[1].y) / 2;
    return std::max(std::hypot(across, down), 1.0F);
}

// Where a plane's homography takes a point; nothing when it takes it to infinity or nowhere.
std::optional<Point> taken_along(const cv::Matx33d& homography, const Point& point) {
    const cv::Vec3d at =
        homography * cv::Vec3d(static_cast<double>(point.x), static_cast<double>(point.y), 1.0);
    const double x = at[0] / at[2];
    const double y = at[1] / at[2];
    if (!std::isfinite(x) || !std::isfinite(y)) {
        return std::nullopt;
    }
    return Point{static_cast<float>(x), static_cast<float>(y)};
}

} // namespace

std::optional<float> plane_parallax(const FiveLandmarks& before, const FiveLandmarks& now) {
    const auto from = plane_points(before);
    const auto onto = plane_points(now);
    cv::Mat homography;
    try {
        homography = cv::getPerspectiveTransform(from.data(), onto.data());
    } catch (const std::exception&) {
        return std::nullopt;
    }
    const auto expected = taken_along(cv::Matx33d(homography.ptr<double>()), before[nose]);
    if (!expected) {
        return std::nullopt;
    }
    // The eyes' distance shrinks as the head turns, the height does not: the size comes from there.
    const float size = eye_distance(before) * height_of(now) / height_of(before);
    return (now[nose].x - expected->x) / std::max(size, 1.0F);
}

float narrowing(const FiveLandmarks& before, const FiveLandmarks& now) {
    const float wide = std::max(eye_distance(before), 1.0F) / height_of(before);
    return eye_distance(now) / height_of(now) / wide;
}

} // namespace madoguchi::face
