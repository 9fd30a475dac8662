// One event of each kind, and a state of each phase, for tests that enumerate them all.
#pragma once

#include "terminal_app/workflow/step.hpp"

namespace madoguchi::test {

inline constexpr terminal::SessionId present_session{7};

// Verdict with every check passed but the two that the ways differ in.
[[nodiscard]] jpki::TrustVerdict whole_card_verdict();
[[nodiscard]] jpki::TrustVerdict pin_verdict();
[[nodiscard]] terminal::AuthenticationEvidence example_evidence();

// In the order of EventKind; all of present_session, but a card put down begins the next one.
[[nodiscard]] std::vector<terminal::Event> one_event_of_each_kind();

// A state of the phase in the middle of present_session.
[[nodiscard]] terminal::State state_in(terminal::Phase phase);

} // namespace madoguchi::test
