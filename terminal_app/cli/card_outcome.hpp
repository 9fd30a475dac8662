// How card commands end when they do not end well: said in plain words, and as JSON when asked.
#pragma once

#include "apdu/status_word.hpp"
#include "hal/base/error.hpp"
#include "jpki/card/foreign_card.hpp"
#include "jpki/trust/trust_verdict.hpp"
#include "terminal_app/cli/card_options.hpp"

namespace madoguchi::cli {

// What happened, why, what to do next, on standard error. Returns the exit status.
[[nodiscard]] int report(const Error& error, const CardOptions& options);

// Another card lies there; nothing was presented to it.
[[nodiscard]] int report(jpki::ForeignCard foreign, const CardOptions& options);

// A number was wrong; one try was spent.
[[nodiscard]] int report_rejected(apdu::RetryCounter tries_left, const CardOptions& options);

// A number is blocked.
[[nodiscard]] int report_blocked(const CardOptions& options);

// The card was read and is not to be trusted: which checks did not pass and why.
[[nodiscard]] int report_not_trusted(const jpki::TrustVerdict& verdict, const CardOptions& options);

// The options do not go together or do not suit where the program runs.
[[nodiscard]] int report_wrong_usage(StaticText text);

} // namespace madoguchi::cli
