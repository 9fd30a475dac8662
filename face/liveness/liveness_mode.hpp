// What comes of signs of life that are missing.
#pragma once

#include <cstdint>

namespace madoguchi::face {

enum class LivenessMode : std::uint8_t {
    Off,
    StaffNotice, // staff are told in words what was doubtful; the patient is received all the same
    Required,    // a match whose liveness is not shown is unsure: PIN or staff
};

} // namespace madoguchi::face
