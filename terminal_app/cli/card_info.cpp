#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"

#include <fmt/format.h>

#include <optional>

namespace madoguchi::cli {

namespace {

using Json = nlohmann::ordered_json;

struct CardInfo {
    std::string reader;
    std::string answer_to_reset;
    jpki::CardProfile profile;
    std::optional<jpki::ValidityPeriod> certificate; // a phone shows it after its PIN only
    std::optional<jpki::CommonCardRecord> record;
    Json conversation;
};

Result<std::optional<jpki::ValidityPeriod>> read_certificate(jpki::MynaCard& card,
                                                             Deadline deadline) {
    auto application = MADOGUCHI_TRY(card.select_jpki(deadline));
    const auto certificate = application.read_user_authentication_certificate(deadline);
    if (!certificate && certificate.error().code() == ErrorCode::SecurityStatusNotSatisfied) {
        return std::nullopt;
    }
    if (!certificate) {
        return fail(certificate.error());
    }
    return certificate->validity();
}

Result<std::optional<jpki::CommonCardRecord>> read_record(jpki::MynaCard& card, Deadline deadline) {
    if (!card.profile().has_common_card) {
        return std::nullopt;
    }
    auto application = MADOGUCHI_TRY(card.select_common_card(deadline));
    return MADOGUCHI_TRY(application.read_card_record(deadline));
}

Result<CardInfo> gather(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const Deadline deadline = Deadline::after(std::chrono::seconds(20));
    const auto access = MADOGUCHI_TRY(CardAccess::open(readers, options, deadline));
    CardInfo info;
    info.reader = access->reader_name();
    info.answer_to_reset = to_hex(access->answer_to_reset());
    info.profile = access->card().profile();
    info.certificate = MADOGUCHI_TRY(read_certificate(access->card(), deadline));
    info.record = MADOGUCHI_TRY(read_record(access->card(), deadline));
    info.conversation = to_json(access->trace());
    return info;
}

// Card and certificate end on a birthday of their holder, so the day is personal and the year is
// not.
std::string year_or_day(const std::string& iso_day, bool show_personal) {
    constexpr std::size_t year_digits = 4;
    return show_personal ? iso_day : iso_day.substr(0, year_digits);
}

std::string end_of(const jpki::ValidityPeriod& certificate, bool show_personal) {
    return year_or_day(day_in_japan(certificate.not_after), show_personal);
}

std::string expiry_of(const jpki::CommonCardRecord& record, bool show_personal) {
    return year_or_day(jpki::to_iso(record.card_expiry), show_personal);
}

Json to_json(const CardInfo& info, bool show_personal) {
    Json json{
        {"outcome", "read"},
        {"reader", info.reader},
        {"answer_to_reset", info.answer_to_reset},
        {"token",
         {{"kind", jpki::name_of(info.profile.token.kind)}, {"model", info.profile.token.model}}},
        {"applications",
         {{"public_key_service", true},
          {"input_support", info.profile.has_input_support},
          {"surface", info.profile.has_surface},
          {"common_card", info.profile.has_common_card}}},
        {"certificate", nullptr},
        {"card", nullptr},
        {"conversation", info.conversation}};
    if (info.certificate) {
        json["certificate"] = {{"valid_from", day_in_japan(info.certificate->not_before)},
                               {"valid_to", end_of(*info.certificate, show_personal)}};
    }
    if (info.record) {
        json["card"] = {{"expiry", expiry_of(*info.record, show_personal)}};
    }
    if (info.record && show_personal) {
        json["card"]["serial"] = info.record->serial;
        json["card"]["municipality_code"] = info.record->municipality_code;
    }
    return json;
}

std::string_view in_words(jpki::TokenKind kind) {
    switch (kind) {
    case jpki::TokenKind::MyNumberCard:
        return "My Number card (マイナンバーカード)";
    case jpki::TokenKind::ResidentRegistryCard:
        return "resident registry card (住基カード), the predecessor";
    case jpki::TokenKind::AndroidPhone:
        return "Android phone (スマホ用電子証明書)";
    case jpki::TokenKind::Iphone:
        return "iPhone";
    }
    return "?";
}

void print_text(const CardInfo& info, bool show_personal) {
    const auto mark = [](bool there) { return there ? "✓" : "✗"; };
    std::string text = row("Card", in_words(info.profile.token.kind)) +
                       row("Chip model", info.profile.token.model) + row("Reader", info.reader);
    text += row("Applications", "✓ 公的個人認証 (certificates)");
    text += row("", fmt::format("{} 券面事項入力補助 (basic four items)",
                                mark(info.profile.has_input_support)));
    text += row("", fmt::format("{} 券面事項確認 (card face)", mark(info.profile.has_surface)));
    text += row("", fmt::format("{} 共通カード (card number)", mark(info.profile.has_common_card)));
    text += row("Certificate", info.certificate
                                   ? fmt::format("valid {} to {}, not checked here",
                                                 day_in_japan(info.certificate->not_before),
                                                 end_of(*info.certificate, show_personal))
                                   : "readable after its PIN only");
    if (info.record) {
        text += row("Card expiry", expiry_of(*info.record, show_personal) + " (not signed)");
    }
    if (info.record && show_personal) {
        text += row("Serial number", info.record->serial);
        text += row("Municipality", info.record->municipality_code);
    }
    text += row("Answer to reset", info.answer_to_reset + " (shown only; recognises nothing)");
    fmt::print("{}", text);
}

} // namespace

int card_info(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const auto info = gather(readers, options);
    if (!info) {
        return report(info.error(), options);
    }
    if (options.json) {
        print_json(to_json(*info, options.show_personal));
    } else {
        print_text(*info, options.show_personal);
    }
    return exit_yes;
}

} // namespace madoguchi::cli
