// What people put under the camera that is no My Number card, plainly drawn.
#pragma once

#include "hal/base/result.hpp"
#include "hw-sim/surface/print_canvas.hpp"
#include "hw-sim/surface/printed_front.hpp"

namespace madoguchi::sim {

enum class OtherObject : std::uint8_t { BlankCard, DrivingLicence, CreditCard, Phone };

// BGR at print_scale, in the object's own size. The licence is made out to the front's person.
// Errors: FileUnreadable (photo, font).
[[nodiscard]] Result<cv::Mat> draw_other_object(OtherObject object, const PrintedFront& person);

} // namespace madoguchi::sim
