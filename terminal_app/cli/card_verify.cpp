#include "jpki/reception/authenticate_with_pin.hpp"
#include "jpki/reception/examine_card.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/trust_examiner.hpp"
#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_numbers.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/card_trust.hpp"
#include "terminal_app/cli/card_words.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

using Outcome =
    std::variant<jpki::TrustVerdict, jpki::NumberRejected, jpki::NumberBlocked, jpki::ForeignCard>;

Deadline patience() {
    return Deadline::after(std::chrono::seconds(30));
}

// Every outcome that carries a verdict is that verdict here.
struct VerdictOf {
    Outcome operator()(const jpki::ExaminedCard& card) const { return card.verdict; }
    Outcome operator()(const jpki::PinAuthentication& proof) const { return proof.verdict; }
    Outcome operator()(const jpki::CardNotTrusted& refused) const { return refused.verdict; }
    Outcome operator()(jpki::NumberRejected rejected) const { return rejected; }
    Outcome operator()(jpki::NumberBlocked blocked) const { return blocked; }
};

Result<Outcome> verify_with_number_b(jpki::MynaCard& card, const jpki::TrustAnchors& anchors) {
    const auto counter = MADOGUCHI_TRY(jpki::number_b_counter(card, patience()));
    if (counter.is_blocked()) {
        return jpki::NumberBlocked{};
    }
    auto number =
        MADOGUCHI_TRY(ask_front_number(card.profile().front_number(), counter.tries_left()));
    const auto outcome = MADOGUCHI_TRY(
        jpki::examine_card(card, std::move(number), anchors, SystemClock(), patience()));
    return std::visit(VerdictOf{}, outcome);
}

Result<Outcome> verify_with_pin(jpki::MynaCard& card, const jpki::TrustAnchors& anchors,
                                apdu::PinPolicy policy) {
    const auto counter = MADOGUCHI_TRY(jpki::authentication_pin_counter(card, patience()));
    if (counter.is_blocked()) {
        return jpki::NumberBlocked{};
    }
    auto pin = MADOGUCHI_TRY(ask_pin("利用者証明用暗証番号", counter.tries_left()));
    const auto outcome = MADOGUCHI_TRY(jpki::authenticate_with_pin(
        card, std::move(pin), std::move(policy), anchors, SystemClock(), patience()));
    return std::visit(VerdictOf{}, outcome);
}

Result<Outcome> verify_certificate(jpki::MynaCard& card, const jpki::TrustAnchors& anchors) {
    auto application = MADOGUCHI_TRY(card.select_jpki(patience()));
    auto certificate = MADOGUCHI_TRY(application.read_user_authentication_certificate(patience()));
    jpki::TrustExaminer examiner(anchors, SystemClock().civil_now());
    static_cast<void>(examiner.examine(std::move(certificate)));
    return examiner.verdict();
}

Result<Outcome> verify(jpki::MynaCard& card, const jpki::TrustAnchors& anchors,
                       const CardOptions& options) {
    switch (options.open_with) {
    case OpenWith::NumberB:
        return verify_with_number_b(card, anchors);
    case OpenWith::Pin:
        return verify_with_pin(card, anchors,
                               options.spend_last_try
                                   ? apdu::PinPolicy(apdu::LastTryConfirmation::by_person())
                                   : apdu::PinPolicy());
    case OpenWith::Nothing:
        return verify_certificate(card, anchors);
    }
    return fail(ErrorCode::Internal, "no way of opening the card was chosen");
}

struct Verification {
    jpki::TokenInformation token;
    Outcome outcome;
};

Result<Verification> verify(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const jpki::TrustAnchors anchors = MADOGUCHI_TRY(anchors_for(options));
    const auto access = MADOGUCHI_TRY(CardAccess::open(readers, options, patience()));
    if (const auto foreign = access->foreign_card()) {
        return Verification{{}, *foreign};
    }
    Outcome outcome = MADOGUCHI_TRY(verify(access->card(), anchors, options));
    return Verification{access->card().profile().token, std::move(outcome)};
}

std::span<const jpki::Check> wanted(OpenWith open_with) {
    switch (open_with) {
    case OpenWith::NumberB:
        return jpki::number_b_checks;
    case OpenWith::Pin:
        return jpki::pin_checks;
    case OpenWith::Nothing:
        break;
    }
    return jpki::certificate_checks;
}

struct Printer {
    const CardOptions& options;
    const jpki::TokenInformation& token;

    int operator()(const jpki::TrustVerdict& verdict) const {
        const auto checks = wanted(options.open_with);
        const Genuineness outcome = genuineness(verdict, checks);
        if (options.json) {
            print_json({{"outcome", name_of(outcome)},
                        {"token", to_json(token)},
                        {"trust", to_json(verdict)}});
        } else {
            fmt::print("{}",
                       remark_on(token.kind).empty() ? "" : row("Card", in_words(token.kind)));
            fmt::print("{}\n{}\n", to_text(verdict, checks), in_words(outcome));
        }
        return outcome == Genuineness::Genuine ? exit_yes : exit_no;
    }
    int operator()(jpki::ForeignCard foreign) const { return report(foreign, options); }
    int operator()(const jpki::NumberRejected& rejected) const {
        return report_rejected(rejected.tries_left, options);
    }
    int operator()(const jpki::NumberBlocked& /*blocked*/) const { return report_blocked(options); }
};

} // namespace

int card_verify(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const auto done = verify(readers, options);
    return done ? std::visit(Printer{options, done->token}, done->outcome)
                : report(done.error(), options);
}

} // namespace madoguchi::cli
