// The real networks on the personas of hw-sim, where the models are at hand.
#pragma once

#include "face/liveness/live_match.hpp"

namespace madoguchi::test {

// Null when the models are not there; says so loudly, and CTest counts the program as skipped.
// Models that are there and wrong fail the test.
[[nodiscard]] face::FaceEngine* real_engine();

// The same, one of its own for each caller.
[[nodiscard]] std::optional<face::FaceEngine> make_real_engine();

// The votes with the real networks, for rendered people. Contract: the models are there.
[[nodiscard]] std::unique_ptr<face::LivenessCheck>
make_real_liveness(const face::LivenessPolicy& policy,
                   face::ChooseSide choose_side = face::unguessable_side);

// A picture of a persona: "p02", "live_01.jpg". Those that the repository does not carry are looked
// for where all of them may stand, beside it.
[[nodiscard]] bool has_persona_picture(const std::string& persona, const std::string& file);
[[nodiscard]] face::Image persona_picture(const std::string& persona, const std::string& file);

[[nodiscard]] face::FaceTemplate chip_face(face::FaceEngine& engine, const std::string& persona);

} // namespace madoguchi::test
