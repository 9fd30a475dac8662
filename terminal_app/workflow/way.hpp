// Sessions, and the ways in which a person can be confirmed.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace madoguchi::terminal {

// One card put down is one session; results of another session are dropped by this number.
struct SessionId {
    std::uint64_t value = 0; // 0: none

    constexpr auto operator<=>(const SessionId&) const noexcept = default;
};

// 顔認証, 暗証番号, 目視確認
enum class Way : std::uint8_t { Face, Pin, Visual };

inline constexpr std::array all_ways{Way::Face, Way::Pin, Way::Visual};

// "face", "pin", "visual".
[[nodiscard]] std::string_view name_of(Way way) noexcept;
[[nodiscard]] std::optional<Way> way_named(std::string_view name) noexcept;

// One visit is one card put down once. Whoever is not seen may come back to the camera; whoever
// was compared and not confirmed may not, however few of these are used up.
inline constexpr unsigned default_face_starts = 3;

class WaySet {
public:
    constexpr WaySet() noexcept = default;

    [[nodiscard]] constexpr bool contains(Way way) const noexcept {
        return (bits_ & bit(way)) != 0;
    }
    [[nodiscard]] constexpr WaySet with(Way way) const noexcept {
        return WaySet(static_cast<std::uint8_t>(bits_ | bit(way)));
    }
    [[nodiscard]] constexpr WaySet without(Way way) const noexcept {
        return WaySet(static_cast<std::uint8_t>(bits_ & ~bit(way)));
    }
    constexpr bool operator==(const WaySet&) const noexcept = default;

private:
    constexpr explicit WaySet(std::uint8_t bits) noexcept : bits_(bits) {}
    [[nodiscard]] static constexpr std::uint8_t bit(Way way) noexcept {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(way));
    }

    std::uint8_t bits_ = 0;
};

} // namespace madoguchi::terminal
