// The workflow: a pure function.
#pragma once

#include "terminal_app/workflow/effect.hpp"
#include "terminal_app/workflow/state.hpp"

namespace madoguchi::terminal {

struct Step {
    State state;
    std::vector<Effect> effects;
    bool accepted = true; // false: the event does not fit here, and nothing changed
};

// An event of another session than the state's is not accepted; nor is the failure of a way that
// the patient has left, a way that is not open to the patient, or digits where one try is left and
// its use was not wished.
[[nodiscard]] Step step(const State& state, const Event& event);

} // namespace madoguchi::terminal
