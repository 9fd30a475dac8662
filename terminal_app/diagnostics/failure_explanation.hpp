// Cause and remedy of each failure, for the three who meet it. Patient and staff read translated
// texts by id; the English here is the original that translations follow and what
// docs/failure-reasons.md prints.
#pragma once

#include "terminal_app/diagnostics/failure_reason.hpp"

#include <span>
#include <string>
#include <string_view>

namespace madoguchi::terminal {

struct CauseAndRemedy {
    std::string_view cause;
    std::string_view remedy;
};

struct FailureExplanation {
    FailureReason reason{};
    CauseAndRemedy patient;
    CauseAndRemedy staff;
    CauseAndRemedy engineer;
    std::span<const std::string_view> next_steps; // text ids "next.…" for the patient screen
};

[[nodiscard]] const FailureExplanation& explanation_of(FailureReason reason) noexcept;

// "reason.F-CARD-REMOVED.title", ".cause", ".remedy".
[[nodiscard]] std::string title_text_id(FailureReason reason);
[[nodiscard]] std::string cause_text_id(FailureReason reason);
[[nodiscard]] std::string remedy_text_id(FailureReason reason);

// The whole of docs/failure-reasons.md.
[[nodiscard]] std::string failure_reasons_page();

} // namespace madoguchi::terminal
