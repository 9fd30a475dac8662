// How well an outline is seen, and where exactly it runs.
#pragma once

#include "surface/geometry/quad.hpp"

namespace madoguchi::surface {

class EdgeSupport {
public:
    // Edges as find_edges gives them.
    explicit EdgeSupport(const cv::Mat& edges);

    // Share of the outline with an edge within two pixels, 0 to 1.
    [[nodiscard]] double along(const Quad& quad) const;

private:
    cv::Mat near_edges_;
};

// Moves each side to the strongest edge beside it, to a fraction of a pixel. A side of which too
// little is seen stays where it is.
[[nodiscard]] Quad refined(const Quad& quad, const cv::Mat& grey);

} // namespace madoguchi::surface
