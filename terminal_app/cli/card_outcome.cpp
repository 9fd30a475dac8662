#include "terminal_app/cli/card_outcome.hpp"

#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/diagnostics/failure_explanation.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace madoguchi::cli {

namespace {

std::string numbers_of(const Error& error) {
    std::string text(name_of(error.code()));
    if (error.status_word()) {
        text += fmt::format(", status word {:04X}", *error.status_word());
    }
    if (error.system_code()) {
        text += fmt::format(", system code {}", *error.system_code());
    }
    return text;
}

} // namespace

int report(const Error& error, const CardOptions& options) {
    const terminal::FailureReason reason = terminal::failure_reason_of(error);
    const terminal::CauseAndRemedy& words = terminal::explanation_of(reason).engineer;
    fmt::print(stderr, "madoguchi: {}\n  why:  {}\n  next: {}\n  code: {} ({})\n", error.text(),
               words.cause, words.remedy, terminal::code_of(reason), numbers_of(error));
    if (options.json) {
        print_json({{"outcome", "error"},
                    {"error", name_of(error.code())},
                    {"reason", terminal::code_of(reason)}});
    }
    return exit_failed;
}

int report_rejected(apdu::RetryCounter tries_left, const CardOptions& options) {
    fmt::print(stderr,
               "madoguchi: the number is wrong\n"
               "  why:  the card compared it and refused; one try was spent, {} left\n"
               "  next: look at the card once more before the next try; at 0 only a municipal "
               "office can help\n",
               tries_left.tries());
    if (options.json) {
        print_json({{"outcome", "number-rejected"}, {"tries_left", tries_left.tries()}});
    }
    return exit_failed;
}

int report_blocked(const CardOptions& options) {
    fmt::print(stderr, "madoguchi: the number is blocked\n"
                       "  why:  no try is left, or the card was made for use without it\n"
                       "  next: a municipal office can set it anew; nothing was sent\n");
    if (options.json) {
        print_json({{"outcome", "number-blocked"}, {"tries_left", 0}});
    }
    return exit_failed;
}

} // namespace madoguchi::cli
