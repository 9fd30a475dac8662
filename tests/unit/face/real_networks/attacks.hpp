// Attacks made out of a persona's pictures.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::test {

// The whole picture as a flat sheet that a hand turns, in degrees, to the right of the picture.
[[nodiscard]] face::Image turned_by_hand(const face::ImageView& picture, double degrees);

} // namespace madoguchi::test
