// How a camera held a JPEG picture.
#pragma once

#include "hal/base/bytes.hpp"

namespace madoguchi::face {

// The orientation tag, 1 (upright) to 8 (CIPA DC-008, 4.6.4 A); 1 where there is none or it makes
// no sense.
[[nodiscard]] int exif_orientation(ByteView jpeg);

} // namespace madoguchi::face
