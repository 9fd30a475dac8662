#include "terminal_app/cli/card_report.hpp"

#include "jpki/record/era_date.hpp"
#include "jpki/trust/check_groups.hpp"
#include "terminal_app/cli/card_words.hpp"
#include "terminal_app/workflow/unsuitable_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace madoguchi::cli {

namespace {

using Json = nlohmann::ordered_json;
using jpki::Check;

// Columns on a terminal: characters beyond Latin are two wide. Good enough for our own labels.
std::size_t columns(std::string_view text) {
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte < 0x80U) {
            width += 1;
        } else if (byte >= 0xE0U) {
            width += 2;
        }
    }
    return width;
}

struct ResultWord {
    std::string operator()(const jpki::Passed& /*passed*/) const { return "passed"; }
    std::string operator()(jpki::Failed /*failed*/) const { return "failed"; }
    std::string operator()(jpki::NotChecked /*not_checked*/) const { return "not-checked"; }
};

// Why a check did not pass; of one that did, what a person should know all the same, or nothing.
struct Reason {
    std::string_view operator()(const jpki::Passed& passed) const {
        return passed.remark ? passed.remark->view() : std::string_view();
    }
    std::string_view operator()(jpki::Failed failed) const { return failed.why.view(); }
    std::string_view operator()(jpki::NotChecked skipped) const { return skipped.why.view(); }
};

struct Mark {
    std::string_view operator()(const jpki::Passed& /*passed*/) const { return "✓"; }
    std::string_view operator()(jpki::Failed /*failed*/) const { return "✗"; }
    std::string_view operator()(jpki::NotChecked /*not_checked*/) const { return "–"; }
};

struct CheckSection {
    std::string_view heading;
    std::span<const Check> checks;
};

constexpr std::array about_the_certificate =
    jpki::join_checks(jpki::certificate_checks,
                      std::array{Check::CertificateRevocation, Check::AuthenticationKeyProof});
constexpr std::array about_both{Check::SamePerson};
constexpr std::array<CheckSection, 4> sections{{
    {"利用者証明用電子証明書 (user-authentication certificate)", about_the_certificate},
    {"券面事項入力補助 (basic four items as text)", jpki::input_support_checks},
    {"券面事項確認 (card face as data)", jpki::surface_checks},
    {"both together", about_both},
}};

// A forgery is never excused by its dates.
Genuineness why_refused(const jpki::TrustVerdict& verdict) {
    switch (terminal::reason_against(verdict)) {
    case terminal::FailureReason::TrustRevoked:
        return Genuineness::Revoked;
    case terminal::FailureReason::TrustExpired:
        break;
    default:
        return Genuineness::Forged;
    }
    switch (verdict.certificate_standing().value_or(jpki::CertificateStanding::Dead)) {
    case jpki::CertificateStanding::NotYetValid:
        return Genuineness::NotYetValid;
    case jpki::CertificateStanding::ClockImplausible:
        return Genuineness::ClockImplausible;
    default:
        return Genuineness::Expired;
    }
}

struct GenuinenessText {
    std::string_view name;
    std::string_view words;
};

// Indexed by Genuineness.
constexpr std::array<GenuinenessText, 7> genuineness_texts{{
    {"genuine", "genuine: every check that was wanted passed"},
    {"expired", "NOT accepted: the certificate has expired; a municipal office renews it"},
    {"not-yet-valid", "NOT accepted: the certificate is not valid yet"},
    {"clock-implausible", "NOT accepted: the clock of this machine is wrong; set it"},
    {"revoked", "NOT accepted: the certificate is revoked; a municipal office can tell why"},
    {"forged", "NOT accepted: at least one check failed"},
    {"unproved", "not proved: no check failed, but some could not be made"},
}};

const GenuinenessText& text_of(Genuineness genuineness) noexcept {
    return genuineness_texts[static_cast<std::size_t>(genuineness)];
}

} // namespace

Genuineness genuineness(const jpki::TrustVerdict& verdict, std::span<const Check> wanted) {
    if (verdict.any_failed()) {
        return why_refused(verdict);
    }
    return verdict.passed_all(wanted) ? Genuineness::Genuine : Genuineness::Unproved;
}

std::string_view name_of(Genuineness genuineness) noexcept {
    return text_of(genuineness).name;
}

std::string_view in_words(Genuineness genuineness) noexcept {
    return text_of(genuineness).words;
}

Json to_json(Check check, const jpki::CheckResult& result) {
    Json json{{"check", jpki::name_of(check)}, {"result", std::visit(ResultWord{}, result)}};
    const std::string_view reason = std::visit(Reason{}, result);
    if (!std::holds_alternative<jpki::Passed>(result)) {
        json["why"] = reason;
    } else if (!reason.empty()) {
        json["remark"] = reason;
    }
    return json;
}

Json to_json(const jpki::TokenInformation& token) {
    Json json{{"kind", jpki::name_of(token.kind)}, {"model", token.model}};
    if (const std::string_view remark = remark_on(token.kind); !remark.empty()) {
        json["remark"] = remark;
    }
    return json;
}

Json to_json(const jpki::TrustVerdict& verdict) {
    Json checks = Json::array();
    for (const Check check : jpki::all_checks()) {
        checks.push_back(to_json(check, verdict.result(check)));
    }
    return checks;
}

Json to_json(const jpki::BasicFourAttributes& basic_four) {
    return {{"name", basic_four.name.reveal()},
            {"address", basic_four.address.reveal()},
            {"birth_date", jpki::to_iso(basic_four.birth_date)},
            {"sex", jpki::code_of(basic_four.sex)}};
}

Json to_json(const jpki::SurfaceRecord& surface) {
    return {{"birth_date", jpki::to_iso(surface.birth_date)},
            {"sex", jpki::code_of(surface.sex)},
            {"photo_bytes", surface.photo.jpeg2000.size()},
            {"name_image_bytes", surface.name_image.size()},
            {"address_image_bytes", surface.address_image.size()},
            {"unsigned", {{"expiry", jpki::to_iso(surface.card_expiry.shown_but_not_proved())}}}};
}

Json to_json(const apdu::TraceLog& trace) {
    return {{"exchanges", trace.exchanges()},
            {"bytes_out", trace.bytes_out()},
            {"bytes_in", trace.bytes_in()}};
}

std::string to_text(Check check, const jpki::CheckResult& result) {
    const std::string line =
        fmt::format("  {} {}\n", std::visit(Mark{}, result), jpki::description_of(check));
    const std::string_view reason = std::visit(Reason{}, result);
    if (std::holds_alternative<jpki::Passed>(result)) {
        return reason.empty() ? line : line + fmt::format("      {}\n", reason);
    }
    return line + fmt::format("      {}: {}\n", std::visit(ResultWord{}, result), reason);
}

std::string to_text(const jpki::TrustVerdict& verdict, std::span<const Check> wanted) {
    const auto is_wanted = [wanted](Check check) {
        return std::find(wanted.begin(), wanted.end(), check) != wanted.end();
    };
    std::string text;
    for (const CheckSection& section : sections) {
        if (std::none_of(section.checks.begin(), section.checks.end(), is_wanted)) {
            continue;
        }
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n", section.heading);
        for (const Check check : section.checks) {
            text += to_text(check, verdict.result(check));
        }
    }
    return text;
}

std::string notable_to_text(const jpki::TrustVerdict& verdict, std::span<const Check> wanted) {
    const auto is_wanted = [wanted](Check check) {
        return std::find(wanted.begin(), wanted.end(), check) != wanted.end();
    };
    std::string text;
    for (const Check check : jpki::all_checks()) {
        const auto* passed = std::get_if<jpki::Passed>(&verdict.result(check));
        const bool notable = passed != nullptr ? passed->remark.has_value()
                                               : verdict.failed(check) || is_wanted(check);
        if (notable) {
            text += to_text(check, verdict.result(check));
        }
    }
    return text;
}

std::string to_text(const jpki::BasicFourAttributes& basic_four) {
    return row("氏名 name", basic_four.name.reveal()) +
           row("住所 address", basic_four.address.reveal()) +
           row("生年月日 born", with_era(basic_four.birth_date)) +
           row("性別 sex", jpki::name_of(basic_four.sex));
}

std::string to_text(const jpki::SurfaceRecord& surface, CivilDate today) {
    const std::string photo =
        surface.photo.is_present()
            ? fmt::format("JPEG 2000, {} bytes", surface.photo.jpeg2000.size())
            : "none on this card";
    return row("顔写真 photo", photo) +
           row("有効期限 expiry",
               expiry_in_words(surface.card_expiry.shown_but_not_proved(), today));
}

std::string expiry_in_words(CivilDate expiry, CivilDate today) {
    return fmt::format("{} (not signed){}", jpki::to_iso(expiry),
                       expiry < today ? ": the card has expired" : "");
}

std::string with_era(const jpki::BirthDate& date) {
    const auto complete = jpki::complete_date(date);
    const auto era = complete ? jpki::era_date(*complete) : std::nullopt;
    return era ? fmt::format("{} ({})", jpki::to_iso(date), jpki::to_japanese(*era))
               : jpki::to_iso(date);
}

std::string row(std::string_view label, std::string_view value) {
    constexpr std::size_t width = 22;
    const std::size_t used = columns(label);
    return fmt::format("{}{}{}\n", label, std::string(used < width ? width - used : 1, ' '), value);
}

std::string day_in_japan(CivilTime instant) {
    return jpki::to_iso(date_in_japan(instant));
}

void print_json(const Json& json) {
    fmt::print("{}\n", json.dump());
}

} // namespace madoguchi::cli
