// One visit on the list of what is to be confirmed later (後日確認), as everybody may see it:
// nothing of the patient.
#pragma once

#include "hal/base/clock.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::terminal {

enum class LaterState : std::uint8_t {
    Waiting,    // not asked again yet
    Asked,      // asked again at least once, without an answer that settles it
    Confirmed,  // valid, and of this person
    Differs,    // valid, but not surely of this person: staff compare
    NeedsStaff, // the answer is no, or too many asks gave none
    GivenUp,    // too old, or closed by staff
};

inline constexpr std::array all_later_states{LaterState::Waiting,    LaterState::Asked,
                                             LaterState::Confirmed,  LaterState::Differs,
                                             LaterState::NeedsStaff, LaterState::GivenUp};

// "waiting", "asked", "confirmed", "differs", "needs-staff", "given-up": stored and shown.
[[nodiscard]] std::string_view name_of(LaterState state) noexcept;
[[nodiscard]] std::optional<LaterState> later_state_named(std::string_view name) noexcept;

// Asked again by the terminal itself.
[[nodiscard]] constexpr bool is_open(LaterState state) noexcept {
    return state == LaterState::Waiting || state == LaterState::Asked;
}
// Nobody has to do anything any more; wiped after a while.
[[nodiscard]] constexpr bool is_closed(LaterState state) noexcept {
    return state == LaterState::Confirmed || state == LaterState::GivenUp;
}

struct LaterRow {
    std::int64_t number = 0; // never given twice
    LaterState state = LaterState::Waiting;
    std::string reason; // why it is as it is: a code of ours ("F-LINK-TIMEOUT", "none")
    std::uint32_t asks = 0;
    CivilTime created_at{};
    std::optional<CivilTime> asked_at;
    std::optional<CivilTime> settled_at; // no longer open
    std::string key_id;                  // of the key it is sealed under
};

struct LaterCounts {
    std::size_t open = 0;      // waiting, asked
    std::size_t for_staff = 0; // differs, needs staff

    friend bool operator==(const LaterCounts&, const LaterCounts&) = default;
};

} // namespace madoguchi::terminal
