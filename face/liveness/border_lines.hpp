// Straight edges beside a face, as a sheet of paper or a screen has them.
#pragma once

#include "face/detect/face_detector.hpp"

#include <optional>

namespace madoguchi::face {

// How much of an edge stands on the side that shows less of one, 0 to 1: the share of the way from
// the face's top to well below its chin along which some nearly upright straight line has a step of
// brightness in one direction. Behind a person the shoulders interrupt every line; paper and
// screens stand before everything. Nothing when the picture ends too close below the chin, or
// the face is smaller than 24 pixels.
// Errors: ModelFailed.
[[nodiscard]] Result<std::optional<float>> measure_border(const ImageView& picture,
                                                          const FaceBox& box);

} // namespace madoguchi::face
