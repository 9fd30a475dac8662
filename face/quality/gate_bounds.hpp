// Which gates depend on the camera, and between which values its own limits may lie. Wider ones
// would let through pictures on which the thresholds were never measured.
#pragma once

#include "face/quality/face_gates.hpp"

#include <array>
#include <string_view>

namespace madoguchi::face {

struct GateBound {
    std::string_view name; // as in a file of gates: the member's own
    float GateLimits::*limit = nullptr;
    float least = 0;
    float most = 0;
};

inline constexpr std::array camera_gates{
    GateBound{"least_eye_distance", &GateLimits::least_eye_distance, 36, 80}, // pixels
    GateBound{"least_sharpness", &GateLimits::least_sharpness, 8, 60},
    GateBound{"darkest", &GateLimits::darkest, 40, 90},
    GateBound{"brightest", &GateLimits::brightest, 170, 225},
    GateBound{"most_side_ratio", &GateLimits::most_side_ratio, 1.4F, 2.4F},
    GateBound{"most_clipped", &GateLimits::most_clipped, 0.02F, 0.12F},
};

} // namespace madoguchi::face
