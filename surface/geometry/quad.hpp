// Four corners of a card in a picture, and what can be said of their shape.
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <optional>

namespace madoguchi::surface {

// Clockwise as seen, beginning so that the first side (corner 0 to 1) is a long one.
using Quad = std::array<cv::Point2f, 4>;

struct Line {
    cv::Point2f point;
    cv::Point2f direction; // of length 1
};

// Nothing where the lines are almost parallel.
[[nodiscard]] std::optional<cv::Point2f> intersection(const Line& one, const Line& other);

// Puts four corners, in order around the shape, into the order that Quad promises. Nothing where
// they do not make a convex shape.
[[nodiscard]] std::optional<Quad> ordered(std::array<cv::Point2f, 4> corners);

// Mean of the long sides over mean of the short ones.
[[nodiscard]] double proportion(const Quad& quad);
[[nodiscard]] double area(const Quad& quad);

// Mean of the corners' distances from their nearest counterpart, in pixels.
[[nodiscard]] double distance(const Quad& one, const Quad& other);

} // namespace madoguchi::surface
