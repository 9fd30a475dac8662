// Where a reception stands.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

namespace madoguchi::terminal {

enum class Phase : std::uint8_t {
    Idle,
    OutOfService, // a part is lost without which nobody can be received
    // From here to CheckingEligibility: a session, with a card on the reader.
    Recognising,
    ChoosingWay,
    ReadingNumber,  // the card front is read for the number that opens the card
    EnteringNumber, // that number is typed
    ReadingCard,
    MatchingFace,
    ConfirmingLastTry, // one try of the PIN is left: shall it be spent?
    EnteringPin,
    CheckingPin,
    AwaitingVisual,
    ChoosingOtherWay, // one way did not succeed
    Consenting,
    CheckingEligibility,
    // The session is over and its data are wiped.
    ShowingOutcome,
    ShowingFailure,
    ShowingCardGone, // a failure, and no card is on the reader
    TakingCard,
    CardLeft, // nobody took it
    Stopped,
};

inline constexpr std::size_t phase_count = static_cast<std::size_t>(Phase::Stopped) + 1;

inline constexpr std::array<Phase, phase_count> all_phases = [] {
    std::array<Phase, phase_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = static_cast<Phase>(i);
    }
    return all;
}();

[[nodiscard]] constexpr bool is_session(Phase phase) noexcept {
    return phase >= Phase::Recognising && phase <= Phase::CheckingEligibility;
}

// The enumerator's own name.
[[nodiscard]] std::string_view name_of(Phase phase) noexcept;

// How long a phase may last before TimedOut comes. Never zero: no step waits for ever.
[[nodiscard]] std::chrono::seconds time_limit(Phase phase) noexcept;

} // namespace madoguchi::terminal
