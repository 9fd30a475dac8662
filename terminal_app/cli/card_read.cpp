#include "jpki/reception/examine_card.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "jpki/trust/check_groups.hpp"
#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_numbers.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/card_trust.hpp"

#include <fmt/format.h>

#include <span>

namespace madoguchi::cli {

namespace {

using Json = nlohmann::ordered_json;
using Outcome = std::variant<jpki::ExaminedCard, jpki::ExaminedBasicFour, jpki::NumberRejected,
                             jpki::NumberBlocked, jpki::ForeignCard>;

Deadline patience() {
    return Deadline::after(std::chrono::seconds(30));
}

constexpr auto widen = [](auto outcome) { return Outcome(std::move(outcome)); };

Result<Outcome> read_with_number_b(jpki::MynaCard& card, const jpki::TrustAnchors& anchors) {
    const auto counter = MADOGUCHI_TRY(jpki::number_b_counter(card, patience()));
    if (counter.is_blocked()) {
        return jpki::NumberBlocked{};
    }
    auto number =
        MADOGUCHI_TRY(ask_front_number(card.profile().front_number(), counter.tries_left()));
    auto outcome = MADOGUCHI_TRY(
        jpki::examine_card(card, std::move(number), anchors, SystemClock(), patience()));
    return std::visit(widen, std::move(outcome));
}

Result<Outcome> read_with_pin(jpki::MynaCard& card, const jpki::TrustAnchors& anchors,
                              apdu::PinPolicy policy) {
    auto application = MADOGUCHI_TRY(card.select_input_support(patience()));
    const auto counter = MADOGUCHI_TRY(application.pin_counter(patience()));
    if (counter.is_blocked()) {
        return jpki::NumberBlocked{};
    }
    auto pin = MADOGUCHI_TRY(ask_pin("券面事項入力補助用暗証番号", counter.tries_left()));
    auto outcome = MADOGUCHI_TRY(jpki::examine_basic_four_with_pin(
        card, std::move(pin), std::move(policy), anchors, SystemClock(), patience()));
    return std::visit(widen, std::move(outcome));
}

Result<Outcome> read(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const jpki::TrustAnchors anchors = MADOGUCHI_TRY(anchors_for(options));
    const auto access = MADOGUCHI_TRY(CardAccess::open(readers, options, patience()));
    if (const auto foreign = access->foreign_card()) {
        return *foreign;
    }
    if (options.open_with == OpenWith::Pin) {
        return read_with_pin(access->card(), anchors,
                             options.spend_last_try
                                 ? apdu::PinPolicy(apdu::LastTryConfirmation::by_person())
                                 : apdu::PinPolicy());
    }
    return read_with_number_b(access->card(), anchors);
}

// The verdict and, by consent, the person.
struct Printer {
    const CardOptions& options;

    int operator()(const jpki::ExaminedCard& card) const {
        const auto outcome = genuineness(card.verdict, jpki::number_b_checks);
        return print(outcome, card.verdict, jpki::number_b_checks, jpki::shown(card.basic_four),
                     &jpki::shown(card.surface));
    }
    int operator()(const jpki::ExaminedBasicFour& examined) const {
        const auto outcome = genuineness(examined.verdict, jpki::input_support_checks);
        return print(outcome, examined.verdict, jpki::input_support_checks,
                     jpki::shown(examined.basic_four), nullptr);
    }
    int operator()(jpki::ForeignCard foreign) const { return report(foreign, options); }
    int operator()(const jpki::NumberRejected& rejected) const {
        return report_rejected(rejected.tries_left, options);
    }
    int operator()(const jpki::NumberBlocked& /*blocked*/) const { return report_blocked(options); }

private:
    int print(Genuineness outcome, const jpki::TrustVerdict& verdict,
              std::span<const jpki::Check> wanted, const jpki::BasicFourAttributes& basic_four,
              const jpki::SurfaceRecord* surface) const {
        if (options.json) {
            print_object(outcome, verdict, basic_four, surface);
        } else {
            print_text(outcome, basic_four, surface);
            fmt::print("{}", notable_to_text(verdict, wanted));
        }
        return outcome == Genuineness::Genuine ? exit_yes : exit_no;
    }
    void print_object(Genuineness outcome, const jpki::TrustVerdict& verdict,
                      const jpki::BasicFourAttributes& basic_four,
                      const jpki::SurfaceRecord* surface) const {
        const bool open = options.show_personal;
        print_json({{"outcome", name_of(outcome)},
                    {"basic_four", open ? to_json(basic_four) : Json("hidden")},
                    {"surface", surface == nullptr ? Json(nullptr)
                                : open             ? to_json(*surface)
                                                   : Json("hidden")},
                    {"trust", to_json(verdict)}});
    }
    void print_text(Genuineness outcome, const jpki::BasicFourAttributes& basic_four,
                    const jpki::SurfaceRecord* surface) const {
        if (options.show_personal) {
            fmt::print("{}", to_text(basic_four));
        }
        if (options.show_personal && surface != nullptr) {
            fmt::print("{}", to_text(*surface, date_in_japan(SystemClock().civil_now())));
        }
        if (!options.show_personal) {
            fmt::print("The card was read. What it says of the person is shown with "
                       "--show-personal.\n");
        }
        fmt::print("{}", row("Card data", in_words(outcome)));
    }
};

} // namespace

int card_read(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const auto outcome = read(readers, options);
    return outcome ? std::visit(Printer{options}, *outcome) : report(outcome.error(), options);
}

} // namespace madoguchi::cli
