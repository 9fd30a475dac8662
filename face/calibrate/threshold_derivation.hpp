// From scores whose truth is known to a row of a calibration.
#pragma once

#include "face/calibrate/calibration.hpp"
#include "face/evaluate/error_rates.hpp"

namespace madoguchi::face {

// Fewer false matches than this behind a cut-off, and chance chose it.
inline constexpr std::uint64_t least_false_matches = 10;

// Comparisons of different people without which nothing is said about a rate.
[[nodiscard]] std::uint64_t least_comparisons_for(double false_match_rate) noexcept;

struct DerivedRate {
    CalibratedRate row;
    RatesAt rates; // at row.accept
    // Where the cut-off would be if the truth were at either end of FMR's interval; the interval
    // takes comparisons for independent.
    float accept_low = 0;
    float accept_high = 0;
};

// Nothing when comparisons are too few for the rate, or none is of one person.
[[nodiscard]] std::optional<DerivedRate>
derive_rate(const ScoreTally& same, const ScoreTally& different, FalseMatchRate rate, int frames);

} // namespace madoguchi::face
