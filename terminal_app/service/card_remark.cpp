#include "terminal_app/service/card_remark.hpp"

#include "jpki/trust/certificate_standing.hpp"

#include <array>

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""h;
using std::chrono_literals::operator""s;

constexpr auto japan_ahead_of_utc = 9h;

struct RemarkText {
    std::string_view name;
    std::string_view words;
};

// Indexed by CardRemark::Kind.
constexpr std::array<RemarkText, 4> texts{{
    {"certificate-ends-soon", "the certificate ends within three months; a municipal office "
                              "renews it"},
    {"certificate-in-grace", "the certificate has ended and is accepted for a while; a municipal "
                             "office renews it"},
    {"card-ends-soon", "the card ends within three months; a municipal office renews it"},
    {"card-expired", "the card has ended; a municipal office renews it"},
}};

const RemarkText& text_of(CardRemark::Kind kind) noexcept {
    return texts[static_cast<std::size_t>(kind)];
}

std::chrono::year_month month_of(CivilTime instant) {
    const CivilDate day = date_in_japan(instant);
    return day.year() / day.month();
}

} // namespace

std::string_view name_of(CardRemark::Kind kind) noexcept {
    return text_of(kind).name;
}

std::string_view in_words(CardRemark::Kind kind) noexcept {
    return text_of(kind).words;
}

std::optional<CardRemark> remark_on(const jpki::ValidityPeriod& certificate, CivilTime now) {
    using Kind = CardRemark::Kind;
    switch (jpki::standing_of(certificate, now, jpki::reception_grace)) {
    case jpki::CertificateStanding::ExpiresSoon:
        return CardRemark{Kind::CertificateEndsSoon, month_of(certificate.not_after)};
    case jpki::CertificateStanding::InGrace:
        return CardRemark{Kind::CertificateInGrace,
                          month_of(jpki::grace_end(certificate, jpki::reception_grace))};
    default:
        return std::nullopt;
    }
}

std::optional<CardRemark> remark_on_card(CivilDate last_day, CivilTime now) {
    using Kind = CardRemark::Kind;
    // A card stands in its life as a certificate does that is good until the end of that day.
    const jpki::ValidityPeriod life{
        {}, CivilTime(std::chrono::sys_days(last_day)) + 24h - 1s - japan_ahead_of_utc};
    switch (jpki::standing_of(life, now, jpki::GraceRule::None)) {
    case jpki::CertificateStanding::ExpiresSoon:
        return CardRemark{Kind::CardEndsSoon, month_of(life.not_after)};
    case jpki::CertificateStanding::Dead:
        return CardRemark{Kind::CardExpired, month_of(life.not_after)};
    default:
        return std::nullopt;
    }
}

} // namespace madoguchi::terminal
