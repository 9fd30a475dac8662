// The real networks on the personas of hw-sim, where the models are at hand.
#pragma once

#include "face/match/match_session.hpp"

namespace madoguchi::test {

// Null when the models are not there; says so loudly, and CTest counts the program as skipped.
// Models that are there and wrong fail the test.
[[nodiscard]] face::FaceEngine* real_engine();

// The same, one of its own for each caller.
[[nodiscard]] std::optional<face::FaceEngine> make_real_engine();

// A picture of a persona: "p02", "live_01.jpg".
[[nodiscard]] face::Image persona_picture(const std::string& persona, const std::string& file);

[[nodiscard]] face::FaceTemplate chip_face(face::FaceEngine& engine, const std::string& persona);

} // namespace madoguchi::test
