// A card seen from straight above, all its millimetres the same size.
#pragma once

#include "surface/geometry/quad.hpp"

namespace madoguchi::surface {

inline constexpr double card_width_mm = 85.6; // ISO/IEC 7810 ID-1
inline constexpr double card_height_mm = 53.98;
inline constexpr double pixels_per_mm = 14; // more than a document camera resolves

// Millimetres from the upper left corner of the card.
struct Area {
    double x;
    double y;
    double width;
    double height;
};

// That area of a rectified card, cut to its bounds.
[[nodiscard]] cv::Rect pixels_of(const Area& area);

// The card with corner 0 at the upper left; of the picture's own type.
[[nodiscard]] cv::Mat rectify(const cv::Mat& picture, const Quad& quad);

} // namespace madoguchi::surface
