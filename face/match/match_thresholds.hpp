// How alike two faces must be. The numbers belong to 0095 with the mean of the right population
// taken out (face/models/model_set.hpp). They were measured on East Asian impostor pairs: a
// threshold from the usual benchmark would let 70 times more of them through.
#pragma once

#include <cstdint>

namespace madoguchi::face {

struct MatchThresholds {
    float accept = 0;   // cosine from here on: the same person
    float hopeless = 0; // cosine below: looking longer does not help
};

// Share of impostor comparisons that may pass.
enum class FalseMatchRate : std::uint8_t { OneInHundred, OneInThousand };

[[nodiscard]] constexpr MatchThresholds thresholds_for(FalseMatchRate rate) noexcept {
    return rate == FalseMatchRate::OneInHundred ? MatchThresholds{0.32F, 0.20F}
                                                : MatchThresholds{0.43F, 0.20F};
}

} // namespace madoguchi::face
