#include "face/evaluate/error_rates.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace madoguchi::face {

namespace {

constexpr double normal_deviate_95 = 1.959963984540054;

double distance(const RatesAt& rates) {
    return std::abs(rates.false_matches.value() - rates.false_non_matches.value());
}

std::vector<RatesAt> curve_of(const ScoreTally& same, const ScoreTally& different) {
    const auto same_reaching = same.reaching();
    const auto different_reaching = different.reaching();
    std::vector<RatesAt> curve;
    for (std::size_t step = 0; step <= ScoreTally::steps; ++step) {
        const RatesAt here{ScoreTally::threshold_of(step),
                           {different_reaching[step], different.comparisons()},
                           {same.comparisons() - same_reaching[step], same.comparisons()}};
        if (!curve.empty() && curve.back().false_matches.count == here.false_matches.count &&
            curve.back().false_non_matches.count == here.false_non_matches.count) {
            continue;
        }
        curve.push_back(here);
    }
    return curve;
}

TargetRate target_on(const std::vector<RatesAt>& curve, double wanted) {
    const double comparisons = static_cast<double>(curve.front().false_matches.of);
    if (comparisons * wanted < 1) {
        return {wanted, std::nullopt};
    }
    const auto point = std::ranges::find_if(
        curve, [&](const RatesAt& rates) { return rates.false_matches.value() <= wanted; });
    return {wanted, *point}; // the curve ends at FMR 0
}

} // namespace

double Share::value() const noexcept {
    return of == 0 ? 0 : static_cast<double>(count) / static_cast<double>(of);
}

Interval confidence_of(const Share& share) noexcept {
    if (share.of == 0) {
        return {};
    }
    const auto number = static_cast<double>(share.of);
    const double squared = normal_deviate_95 * normal_deviate_95;
    const double p = share.value();
    const double middle = (p + squared / (2 * number)) / (1 + squared / number);
    const double half = normal_deviate_95 / (1 + squared / number) *
                        std::sqrt(p * (1 - p) / number + squared / (4 * number * number));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

const RatesAt& ErrorRates::at(float threshold) const {
    const auto above = std::ranges::upper_bound(curve, threshold, {}, &RatesAt::threshold);
    return above == curve.begin() ? curve.front() : *std::prev(above);
}

double ErrorRates::equal_error_rate() const noexcept {
    return (equal_error.false_matches.value() + equal_error.false_non_matches.value()) / 2;
}

std::optional<ErrorRates> error_rates_of(const ScoreTally& same, const ScoreTally& different,
                                         std::span<const double> wanted_rates) {
    if (same.comparisons() == 0 || different.comparisons() == 0) {
        return std::nullopt;
    }
    ErrorRates rates;
    rates.curve = curve_of(same, different);
    rates.equal_error = *std::ranges::min_element(rates.curve, {}, distance);
    for (const double wanted : wanted_rates) {
        rates.targets.push_back(target_on(rates.curve, wanted));
    }
    return rates;
}

} // namespace madoguchi::face
