#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_info_report.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

// What a card may lack or keep shut is nothing, not an error.
template <typename T>
Result<std::optional<T>> if_there(Result<T> value) {
    if (value) {
        return std::optional(std::move(*value));
    }
    switch (value.error().code()) {
    case ErrorCode::ApplicationNotFound:
    case ErrorCode::FileNotFound:
    case ErrorCode::SecurityStatusNotSatisfied:
        return std::nullopt;
    default:
        return fail(value.error());
    }
}

template <typename Certificate>
Result<jpki::ValidityPeriod> validity_in(const Result<Certificate>& certificate) {
    return certificate ? Result<jpki::ValidityPeriod>(certificate->validity())
                       : fail(certificate.error());
}

Result<jpki::CommonCardRecord> read_record(jpki::MynaCard& card, Deadline deadline) {
    auto application = MADOGUCHI_TRY(card.select_common_card(deadline));
    return application.read_card_record(deadline);
}

Result<TokenInfo> gather(jpki::MynaCard& card, Deadline deadline) {
    TokenInfo info;
    info.token = card.profile().token;
    auto key_service = MADOGUCHI_TRY(card.select_jpki(deadline));
    info.certificate = MADOGUCHI_TRY(
        if_there(validity_in(key_service.read_user_authentication_certificate(deadline))));
    info.authority =
        MADOGUCHI_TRY(if_there(validity_in(key_service.read_issuer_certificate(deadline))));
    info.survey = MADOGUCHI_TRY(card.survey(deadline));
    info.record = MADOGUCHI_TRY(if_there(read_record(card, deadline)));
    info.counters = MADOGUCHI_TRY(read_counters(card, deadline));
    return info;
}

Result<int> show(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const Deadline deadline = Deadline::after(std::chrono::seconds(20));
    const auto access = MADOGUCHI_TRY(CardAccess::open_silently(readers, options, deadline));
    const auto place = [&access] {
        return CardPlace{access->reader_name(), to_hex(access->answer_to_reset()),
                         to_json(access->trace())};
    };
    if (const auto foreign = access->foreign_card()) {
        options.json ? print_json(to_json(foreign->kind, place()))
                     : fmt::print("{}", to_text(foreign->kind, place()));
        return exit_yes;
    }
    const TokenInfo info = MADOGUCHI_TRY(gather(access->card(), deadline));
    options.json ? print_json(to_json(info, place(), options.show_personal))
                 : fmt::print("{}", to_text(info, place(), options.show_personal,
                                            SystemClock().civil_now()));
    return exit_yes;
}

} // namespace

int card_info(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const auto shown = show(readers, options);
    return shown ? *shown : report(shown.error(), options);
}

} // namespace madoguchi::cli
