// How five points of a face move between two looks: as on a head, or as on a plane.
#pragma once

#include "face/detect/face_detector.hpp"

#include <optional>

namespace madoguchi::face {

// How far the tip of the nose moved more than a picture's would, in distances between the eyes;
// positive: towards the right of the picture.
//
// Eyes and mouth corners lie nearly in one plane. However a plane is turned, tilted or moved, a
// homography takes its points along, and four points settle it; the fifth, on a picture, goes where
// it says. A nose stands out by about half an eye distance and does not: 15 degrees move it 0.14.
// Nothing when the four points lie on a line.
[[nodiscard]] std::optional<float> plane_parallax(const FiveLandmarks& before,
                                                  const FiveLandmarks& now);

// Distance of the eyes over height from eyes to mouth, now against before: less than one when what
// bears the face turned to a side, head or picture.
[[nodiscard]] float narrowing(const FiveLandmarks& before, const FiveLandmarks& now);

} // namespace madoguchi::face
