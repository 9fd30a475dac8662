// The front of a My Number card, plainly: fields where the public descriptions have them, none of
// the protected design.
#pragma once

#include "hal/base/result.hpp"
#include "hw-sim/surface/print_canvas.hpp"
#include "hw-sim/surface/printed_front.hpp"

namespace madoguchi::sim {

// Where the fields stand that make 照合番号B. Whoever covers one covers this area.
inline constexpr Area birth_date_area{27, 17.5, 21, 2.4};
inline constexpr Area expiry_area{58, 17.5, 25.5, 2.4};
inline constexpr Area security_code_area{11.2, 43.6, 5, 2.4};

// 85.6 x 53.98 mm at print_scale, BGR. Errors: FileUnreadable (the photo, a font).
[[nodiscard]] Result<cv::Mat> draw_card_front(const PrintedFront& front);

} // namespace madoguchi::sim
