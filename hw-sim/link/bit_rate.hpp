// The bit rates of ISO/IEC 14443-2: fc/128, fc/64, fc/32 and fc/16 of the 13.56 MHz carrier.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace madoguchi::sim {

using Microseconds = std::chrono::duration<double, std::micro>;

enum class BitRate : std::uint16_t { Kbit106 = 106, Kbit212 = 212, Kbit424 = 424, Kbit848 = 848 };

inline constexpr std::array<BitRate, 4> all_bit_rates{BitRate::Kbit106, BitRate::Kbit212,
                                                      BitRate::Kbit424, BitRate::Kbit848};

[[nodiscard]] constexpr unsigned kilobits_a_second(BitRate rate) noexcept {
    return static_cast<unsigned>(rate);
}
[[nodiscard]] std::optional<BitRate> bit_rate_of(unsigned kilobits_a_second) noexcept;

// This many periods of the carrier.
[[nodiscard]] constexpr Microseconds carrier_periods(double count) noexcept {
    constexpr double carrier_megahertz = 13.56;
    return Microseconds(count / carrier_megahertz);
}
// This many periods of the subcarrier, fs = fc/16, on which the card answers.
[[nodiscard]] constexpr Microseconds subcarrier_periods(double count) noexcept {
    return carrier_periods(count * 16);
}
// One bit: the elementary time unit (etu).
[[nodiscard]] Microseconds bit_time(BitRate rate) noexcept;

} // namespace madoguchi::sim
