// From an Error to what it means for the reception: its reason and what to do. Both are total.
#pragma once

#include "hal/base/error.hpp"
#include "terminal_app/diagnostics/failure_reason.hpp"

namespace madoguchi::terminal {

// What to do after an error (design: recovery is one total table).
enum class Recovery : std::uint8_t {
    RetryHere,        // the same step again, by itself, once
    PresentCardAgain, // the patient lifts the card and puts it back
    UseOtherMeans,    // another way, or no card
    CallStaff,
    RestartPart, // the part starts anew by itself and reports when it is back
};

struct ErrorMeaning {
    FailureReason reason{};
    Recovery recovery{};
};

[[nodiscard]] ErrorMeaning meaning_of(ErrorCode code) noexcept;

[[nodiscard]] inline FailureReason failure_reason_of(const Error& error) noexcept {
    return meaning_of(error.code()).reason;
}

[[nodiscard]] inline Recovery recovery_of(const Error& error) noexcept {
    return meaning_of(error.code()).recovery;
}

} // namespace madoguchi::terminal
