// How alike two faces must be. The numbers belong to an embedder with the mean of the right
// population taken out, and come from a calibration (face/calibrate).
#pragma once

#include <cstdint>

namespace madoguchi::face {

struct MatchThresholds {
    float accept = 0;   // cosine from here on: the same person
    float hopeless = 0; // cosine below: looking longer does not help
};

// Share of impostor comparisons that may pass: what a reception chooses instead of a bare number.
enum class FalseMatchRate : std::uint8_t { OneInHundred, OneInThousand, OneInTenThousand };

[[nodiscard]] constexpr double value_of(FalseMatchRate rate) noexcept {
    switch (rate) {
    case FalseMatchRate::OneInHundred:
        return 1e-2;
    case FalseMatchRate::OneInThousand:
        return 1e-3;
    case FalseMatchRate::OneInTenThousand:
        break;
    }
    return 1e-4;
}

} // namespace madoguchi::face
