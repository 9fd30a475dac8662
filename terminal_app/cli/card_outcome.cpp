#include "terminal_app/cli/card_outcome.hpp"

#include "jpki/trust/check_groups.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/card_words.hpp"
#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/diagnostics/failure_explanation.hpp"
#include "terminal_app/workflow/unsuitable_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

struct Advice {
    ErrorCode code;
    terminal::CauseAndRemedy words;
};

// What a person at a command line is told instead of what an engineer at a kiosk would be.
constexpr std::array<Advice, 10> advices{{
    {ErrorCode::NoReader,
     {"the PC/SC service lists no reader, or none whose name holds what --reader says",
      "plug the reader in, or correct --reader"}},
    {ErrorCode::NoCard,
     {"the reader is there, and nothing lies on it", "put the card on the reader and run again"}},
    {ErrorCode::CardUnsuitable,
     {"it refuses the application identifiers of the My Number card",
      "put the My Number card on the reader, this one aside, and run again"}},
    {ErrorCode::ApplicationNotFound,
     {"a phone (スマホ用電子証明書) has certificates and no card face; other cards may lack parts "
      "too",
      "`madoguchi card info` shows what is there; `madoguchi card verify --with pin` needs the "
      "certificate alone"}},
    {ErrorCode::ConfigInvalid,
     {"what was given does not say one thing clearly",
      "correct the option or file that the first line speaks of"}},
    {ErrorCode::FileUnreadable,
     {"the file or folder does not exist, or may not be read", "correct --anchors"}},
    {ErrorCode::StorageFailed,
     {"a file of that name is there already, or its folder is missing or may not be written",
      "name a new file in a folder of yours; nothing half-written is left behind"}},
    {ErrorCode::Cancelled,
     {"standard input ended before its line did", "type the number, or pipe one line of digits"}},
    {ErrorCode::EntryInvalid,
     {"what was given cannot be that number; nothing was sent to the card, no try was spent",
      "照合番号B has 14 digits, 照合番号 of a next-generation card 6, a PIN 4"}},
    {ErrorCode::RetryCounterTooLow,
     {"one try is left, and it is never spent unasked",
      "for a PIN, --spend-last-try spends it; a wrong one then blocks it until a municipal office "
      "sets it anew"}},
}};

// What a replay refuses for its content says nothing about the card.
constexpr terminal::CauseAndRemedy about_a_replay{
    "this is a replay: the recording has zeros where the card gave certificates and data",
    "`madoguchi trace show` shows the conversation; whether the card is genuine, only a command on "
    "the card itself can tell"};

bool is_about_content(const Error& error) {
    return error.group() == ErrorGroup::Encoding || error.group() == ErrorGroup::Trust;
}

terminal::CauseAndRemedy words_for(const Error& error, const CardOptions& options) {
    if (options.is_replay && is_about_content(error)) {
        return about_a_replay;
    }
    const auto* const found =
        std::find_if(advices.begin(), advices.end(),
                     [&error](const Advice& advice) { return advice.code == error.code(); });
    return found != advices.end()
               ? found->words
               : terminal::explanation_of(terminal::failure_reason_of(error)).engineer;
}

int report_because(terminal::FailureReason reason, const Error& error, const CardOptions& options) {
    const terminal::CauseAndRemedy words = words_for(error, options);
    fmt::print(stderr, "madoguchi: {}\n  why:  {}\n  next: {}\n  code: {} ({})\n", error.text(),
               words.cause, words.remedy, terminal::code_of(reason), numbers_of(error));
    if (options.json) {
        print_json({{"outcome", "error"},
                    {"error", name_of(error.code())},
                    {"reason", terminal::code_of(reason)}});
    }
    return exit_failed;
}

} // namespace

int report(const Error& error, const CardOptions& options) {
    return report_because(terminal::failure_reason_of(error), error, options);
}

int report(jpki::ForeignCard foreign, const CardOptions& options) {
    const Error error(ErrorCode::CardUnsuitable, instead_of_a_my_number_card(foreign.kind));
    return report_because(terminal::reason_against(foreign.kind), error, options);
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

int report_not_trusted(const jpki::TrustVerdict& verdict, const CardOptions& options) {
    const Genuineness outcome = genuineness(verdict, jpki::number_b_checks);
    fmt::print(stderr, "madoguchi: the card is {}\n{}", in_words(outcome),
               notable_to_text(verdict, jpki::number_b_checks));
    if (options.json) {
        print_json({{"outcome", name_of(outcome)}, {"trust", to_json(verdict)}});
    }
    return exit_no;
}

int report_wrong_usage(StaticText text) {
    fmt::print(stderr, "madoguchi: {}\n", text.view());
    return exit_wrong_usage;
}

} // namespace madoguchi::cli
