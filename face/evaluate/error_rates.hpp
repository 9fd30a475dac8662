// Error rates of comparisons whose truth is known, in the words of ISO/IEC 19795-1.
#pragma once

#include "face/evaluate/score_tally.hpp"

#include <optional>
#include <span>

namespace madoguchi::face {

struct Share {
    std::uint64_t count = 0;
    std::uint64_t of = 0;

    // 0 to 1; 0 of nothing is 0.
    [[nodiscard]] double value() const noexcept;
};

struct Interval {
    double low = 0;
    double high = 1;
};

// Wilson's score interval of a share, 95 %. It takes the comparisons for independent; where few
// people stand behind many comparisons the truth is wider.
[[nodiscard]] Interval confidence_of(const Share& share) noexcept;

struct RatesAt {
    float threshold = 0;     // a score from here on is a match
    Share false_matches;     // FMR: different people taken for one
    Share false_non_matches; // FNMR: one person taken for two, or not compared at all
};

// The strictest threshold whose FMR is not above the wanted one.
struct TargetRate {
    double false_match_rate = 0;
    std::optional<RatesAt> rates; // absent: fewer comparisons of different people than 1 / wanted
};

struct ErrorRates {
    std::vector<RatesAt> curve; // one point for each change of a rate, falling FMR
    RatesAt equal_error;        // where FMR and FNMR are closest
    std::vector<TargetRate> targets;

    // The rates at any threshold, to the step of a tally.
    [[nodiscard]] const RatesAt& at(float threshold) const;
    // Mean of both rates at equal_error.
    [[nodiscard]] double equal_error_rate() const noexcept;
};

// Nothing when there are no comparisons of one of the two truths.
[[nodiscard]] std::optional<ErrorRates> error_rates_of(const ScoreTally& same,
                                                       const ScoreTally& different,
                                                       std::span<const double> wanted_rates);

} // namespace madoguchi::face
