// Attacks made out of a persona's pictures.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::test {

// The whole picture as a flat sheet that a hand turns, in degrees, to the right of the picture.
[[nodiscard]] face::Image turned_by_hand(const face::ImageView& picture, double degrees);

// The person of a picture as a tablet shows it that is held up to the camera: a dark bezel around,
// lines and a bluish light over, a room behind.
[[nodiscard]] face::Image shown_on_tablet(const face::ImageView& picture);

} // namespace madoguchi::test
