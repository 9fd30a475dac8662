#include "face/calibrate/threshold_derivation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace madoguchi::face {

namespace {

// Rounded up: never more lenient than what was measured.
float in_thousandths(float threshold) {
    constexpr float thousandth = 1000;
    return std::ceil(threshold * thousandth) / thousandth;
}

} // namespace

std::uint64_t least_comparisons_for(double false_match_rate) noexcept {
    return static_cast<std::uint64_t>(
        std::llround(static_cast<double>(least_false_matches) / false_match_rate));
}

std::optional<DerivedRate> derive_rate(const ScoreTally& same, const ScoreTally& different,
                                       FalseMatchRate rate, int frames) {
    const double wanted = value_of(rate);
    if (different.comparisons() < least_comparisons_for(wanted)) {
        return std::nullopt;
    }
    const Interval around = confidence_of(
        {static_cast<std::uint64_t>(wanted * static_cast<double>(different.comparisons())),
         different.comparisons()});
    const std::array targets{wanted, std::min(around.high, 1.0), around.low};
    const auto rates = error_rates_of(same, different, targets);
    if (!rates || !rates->targets[0].rates) {
        return std::nullopt;
    }
    const float accept = in_thousandths(rates->targets[0].rates->threshold);
    const auto cut_off = [&](std::size_t target) {
        return rates->targets[target].rates ? rates->targets[target].rates->threshold : accept;
    };
    return DerivedRate{{wanted, frames, accept, true, different.comparisons(), same.comparisons()},
                       rates->at(accept),
                       cut_off(1),
                       cut_off(2)};
}

} // namespace madoguchi::face
