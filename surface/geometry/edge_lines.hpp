// Straight lines of a picture, those that are seen over the greatest length first.
#pragma once

#include "surface/geometry/quad.hpp"

#include <vector>

namespace madoguchi::surface {

// Edges of a grey picture: 255 on an edge, one pixel wide.
[[nodiscard]] cv::Mat find_edges(const cv::Mat& grey);

// At most so many, no two of them almost the same.
[[nodiscard]] std::vector<Line> find_lines(const cv::Mat& edges, std::size_t most);

} // namespace madoguchi::surface
