#include "jpki/reception/change_pin.hpp"
#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_numbers.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/guessable_pin.hpp"
#include "terminal_app/cli/prompt.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

constexpr std::string_view last_try_words = "last try";

Deadline patience() {
    return Deadline::after(std::chrono::seconds(30));
}

std::string_view label_of(jpki::ChangeablePin which) {
    return which == jpki::ChangeablePin::Authentication ? "利用者証明用暗証番号"
                                                        : "券面事項入力補助用暗証番号";
}

Result<apdu::PinPolicy> ask_about_last_try(apdu::RetryCounter tries_left,
                                           const ChangePinOptions& options) {
    if (tries_left > apdu::RetryCounter(1)) {
        return apdu::PinPolicy();
    }
    if (!options.spend_last_try) {
        return fail(ErrorCode::RetryCounterTooLow, "one try is left and is not spent unasked");
    }
    const std::string words = MADOGUCHI_TRY(ask_word(
        fmt::format("One try is left. A wrong number now blocks the PIN until a municipal office "
                    "sets it anew. Type \"{}\" to go on",
                    last_try_words)));
    if (words != last_try_words) {
        return fail(ErrorCode::RetryCounterTooLow, "the last try was not confirmed and is kept");
    }
    return apdu::PinPolicy(apdu::LastTryConfirmation::by_person());
}

Result<void> ask_whether_guessable_is_meant(const apdu::NewPin& next) {
    const auto why = why_guessable(next.digits().reveal());
    if (!why) {
        return {};
    }
    const apdu::Pin insisted = MADOGUCHI_TRY(ask_pin(fmt::format(
        "The new number is easy to guess: {}. To take it all the same, type it a third time",
        why->view())));
    if (!next.is_same_as(insisted)) {
        return fail(ErrorCode::EntryInvalid, "the new number is easy to guess and was not insisted "
                                             "upon");
    }
    return {};
}

Result<apdu::NewPin> ask_new_pin(const apdu::Pin& current) {
    apdu::Pin first = MADOGUCHI_TRY(ask_pin("New number: 4 digits"));
    apdu::Pin again = MADOGUCHI_TRY(ask_pin("New number again"));
    apdu::NewPin next =
        MADOGUCHI_TRY(apdu::NewPin::typed_twice(std::move(first), std::move(again)));
    if (next.is_same_as(current)) {
        return fail(ErrorCode::EntryInvalid, "the new number is the old one");
    }
    MADOGUCHI_TRY(ask_whether_guessable_is_meant(next));
    return next;
}

using Outcome = std::variant<apdu::PinChange, jpki::ForeignCard>;

Result<Outcome> change(hal::CardReaderDirectory& readers, const ChangePinOptions& options) {
    const auto access = MADOGUCHI_TRY(CardAccess::open(readers, options, patience()));
    if (const auto foreign = access->foreign_card()) {
        return *foreign;
    }
    jpki::MynaCard& card = access->card();
    const auto counter = MADOGUCHI_TRY(jpki::pin_counter(card, options.which, patience()));
    if (counter.is_blocked()) {
        return apdu::PinChange(apdu::PinBlocked{});
    }
    apdu::PinPolicy policy = MADOGUCHI_TRY(ask_about_last_try(counter.tries_left(), options));
    apdu::Pin current = MADOGUCHI_TRY(ask_pin(label_of(options.which), counter.tries_left()));
    apdu::NewPin next = MADOGUCHI_TRY(ask_new_pin(current));
    return MADOGUCHI_TRY(jpki::change_pin(card, options.which, std::move(current), std::move(next),
                                          std::move(policy), patience()));
}

// What happened, why and what to do next, on standard error like every other end that is not good.
struct Printer {
    const ChangePinOptions& options;

    int operator()(const apdu::PinChange& change) const { return std::visit(*this, change); }
    int operator()(jpki::ForeignCard foreign) const {
        fmt::print(stderr, "madoguchi: the PIN was not changed\n");
        return report(foreign, options);
    }
    int operator()(apdu::PinChanged /*changed*/) const {
        if (options.json) {
            print_json({{"outcome", "changed"}});
        } else {
            fmt::print("{} was changed. The new number is in force, with all tries.\n",
                       label_of(options.which));
        }
        return exit_yes;
    }
    int operator()(apdu::PinRejected rejected) const {
        fmt::print(stderr, "madoguchi: the PIN was not changed\n");
        return report_rejected(rejected.tries_left, options);
    }
    int operator()(apdu::PinBlocked /*blocked*/) const { return report_blocked(options); }
    int operator()(apdu::PinChangeRefused refused) const {
        fmt::print(stderr,
                   "madoguchi: the PIN was not changed\n"
                   "  why:  the old number was right, and the card refuses the new one (status "
                   "word {:04X})\n"
                   "  next: the old number is in force, with all tries; a municipal office can "
                   "change it\n",
                   refused.status.value());
        if (options.json) {
            print_json({{"outcome", "refused-by-card"},
                        {"status_word", fmt::format("{:04X}", refused.status.value())}});
        }
        return exit_failed;
    }
    int operator()(const apdu::PinChangeUncertain& uncertain) const {
        fmt::print(stderr,
                   "madoguchi: it is not known whether the PIN was changed\n"
                   "  why:  the old number was right, the new one was sent, and no clear answer "
                   "came: {}\n"
                   "  next: the old or the new number is in force; nothing can tell which without "
                   "presenting one, and a wrong one costs a try. All tries are left, so try the "
                   "new number where you next use the PIN, and if it is wrong, the old one\n",
                   uncertain.cause.text());
        if (options.json) {
            print_json({{"outcome", "uncertain"}, {"error", name_of(uncertain.cause.code())}});
        }
        return exit_failed;
    }
};

} // namespace

int card_change_pin(hal::CardReaderDirectory& readers, const ChangePinOptions& options) {
    const auto outcome = change(readers, options);
    if (!outcome) {
        fmt::print(stderr, "madoguchi: the PIN was not changed\n");
        return report(outcome.error(), options);
    }
    return std::visit(Printer{options}, *outcome);
}

} // namespace madoguchi::cli
