// How the terminal's parts are.
#pragma once

#include "terminal_app/diagnostics/failure_reason.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace madoguchi::terminal {

enum class Part : std::uint8_t { Reader, Surface, Camera, Face, Eligibility, Journal, Ties };

inline constexpr std::size_t part_count = static_cast<std::size_t>(Part::Ties) + 1;

enum class Condition : std::uint8_t { Ok, Degraded, Down };

struct PartHealth {
    Part part{};
    Condition condition = Condition::Degraded; // not known yet
    std::optional<FailureReason> reason;
};

// "reader", "surface", "camera", "face", "eligibility", "journal", "ties" (of earlier visits).
[[nodiscard]] constexpr std::string_view name_of(Part part) noexcept {
    constexpr std::array<std::string_view, part_count> names{
        "reader", "surface", "camera", "face", "eligibility", "journal", "ties"};
    return names[static_cast<std::size_t>(part)];
}

// "ok", "degraded", "down".
[[nodiscard]] constexpr std::string_view name_of(Condition condition) noexcept {
    constexpr std::array<std::string_view, 3> names{"ok", "degraded", "down"};
    return names[static_cast<std::size_t>(condition)];
}

} // namespace madoguchi::terminal
