// What a facility wants of liveness.
#pragma once

#include "face/liveness/liveness_mode.hpp"
#include "face/liveness/turn_challenge.hpp"

namespace madoguchi::face {

struct LivenessPolicy {
    LivenessMode mode = LivenessMode::StaffNotice;
    bool is_unattended = false; // nobody of the staff sees the patient: the turn is always asked
    TurnLimits turn;

    [[nodiscard]] bool asks_turn() const noexcept {
        return mode == LivenessMode::Required || is_unattended;
    }
};

} // namespace madoguchi::face
