// Reducing and turning pictures, without a library: little is linked into the sandbox.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::face {

// Each new pixel is the mean of the area it stands for; unchanged when no side is longer.
[[nodiscard]] Image reduce(Image picture, int longest_side);

// Upright, for an EXIF orientation. Contract: 1 <= orientation <= 8.
[[nodiscard]] Image turn_upright(Image picture, int orientation);

} // namespace madoguchi::face
