#include "hw-sim/link/bit_rate.hpp"

namespace madoguchi::sim {

std::optional<BitRate> bit_rate_of(unsigned kilobits_a_second) noexcept {
    for (const BitRate rate : all_bit_rates) {
        if (sim::kilobits_a_second(rate) == kilobits_a_second) {
            return rate;
        }
    }
    return std::nullopt;
}

Microseconds bit_time(BitRate rate) noexcept {
    constexpr double periods_at_106 = 128;
    constexpr double lowest = 106; // the names are rounded, the ratios between them are exact
    return carrier_periods(periods_at_106 * lowest / kilobits_a_second(rate));
}

} // namespace madoguchi::sim
