// What a facility wants of liveness.
#pragma once

#include "face/liveness/turn_challenge.hpp"

namespace madoguchi::face {

enum class LivenessMode : std::uint8_t {
    Off,
    StaffNotice, // staff are told in words what was doubtful; the patient is received all the same
    Required,    // a match whose liveness is not shown is unsure: PIN or staff
};

struct LivenessPolicy {
    LivenessMode mode = LivenessMode::StaffNotice;
    bool is_unattended = false; // nobody of the staff sees the patient: the turn is always asked
    TurnLimits turn;

    [[nodiscard]] bool asks_turn() const noexcept {
        return mode == LivenessMode::Required || is_unattended;
    }
};

} // namespace madoguchi::face
