// Generations of the two certificate authorities. All have one name; key and signature alone tell
// them apart (reference, section 9.1).
#pragma once

#include "hal/base/clock.hpp"
#include "hw-sim/card/key_pair.hpp"

#include <array>

namespace madoguchi::sim {

struct AuthorityGeneration {
    const char* name; // the year it began
    CivilDate first_day;
    CivilDate last_day;
    std::uint64_t serial; // of its 利用者証明用 certificate; the 署名用 one has the next
    KeyAlgorithm algorithm = KeyAlgorithm::Rsa2048; // of its keys and of those it certifies
    int certificate_years = 5;                      // the longest life of a holder's certificate
};

// Of today's cards, oldest first.
[[nodiscard]] const std::array<AuthorityGeneration, 3>& authority_generations();
[[nodiscard]] const AuthorityGeneration& newest_authority_generation();
// The one that issues today's cards on this day: the newest that has begun. Contract: not before
// the first.
[[nodiscard]] const AuthorityGeneration& authority_generation_on(CivilDate day);

// Of the next-generation card. Provisional: its time is invented, and no APDU specification is
// public (reference, section 12).
[[nodiscard]] const AuthorityGeneration& provisional_authority_generation();

} // namespace madoguchi::sim
