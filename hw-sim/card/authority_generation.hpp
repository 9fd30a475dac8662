// Generations of the two certificate authorities. All have one name; key and signature alone tell
// them apart (reference, section 9.1).
#pragma once

#include "hal/base/clock.hpp"

#include <array>

namespace madoguchi::sim {

struct AuthorityGeneration {
    const char* name; // the year it began
    CivilDate first_day;
    CivilDate last_day;
};

// Oldest first.
[[nodiscard]] const std::array<AuthorityGeneration, 3>& authority_generations();
[[nodiscard]] const AuthorityGeneration& newest_authority_generation();
// The one that issues on this day: the newest that has begun. Contract: not before the first.
[[nodiscard]] const AuthorityGeneration& authority_generation_on(CivilDate day);

} // namespace madoguchi::sim
