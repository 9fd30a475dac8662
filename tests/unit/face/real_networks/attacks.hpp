// Attacks made out of a persona's pictures.
#pragma once

#include "face/image/image.hpp"
#include "hw-sim/presentation/tablet.hpp"

namespace madoguchi::test {

// The whole picture as a flat sheet that a hand turns, in degrees, to the right of the picture.
[[nodiscard]] face::Image turned_by_hand(const face::ImageView& picture, double degrees);

// The picture as the camera sees it on a tablet, at one moment.
[[nodiscard]] face::Image played_on_tablet(const face::ImageView& picture, sim::TabletPlace place,
                                           unsigned number);

} // namespace madoguchi::test
