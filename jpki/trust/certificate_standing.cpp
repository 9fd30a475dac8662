#include "jpki/trust/certificate_standing.hpp"

namespace madoguchi::jpki {

namespace {

using namespace std::chrono_literals;
using std::chrono::months;
using std::chrono::sys_days;

constexpr auto japan_ahead_of_utc = 9h;

CivilDate months_later(CivilDate date, months count) {
    const CivilDate later = date + count;
    return later.ok() ? later : CivilDate(later.year() / later.month() / std::chrono::last);
}

// The same time of day in Japan, months later or earlier.
CivilTime months_later(CivilTime instant, months count) {
    const CivilDate date = date_in_japan(instant);
    const auto time_of_day = instant + japan_ahead_of_utc - CivilTime(sys_days(date));
    return CivilTime(sys_days(months_later(date, count))) + time_of_day - japan_ahead_of_utc;
}

CivilTime end_of_month_in_japan(CivilDate month) {
    const CivilDate last_day(month.year() / month.month() / std::chrono::last);
    return CivilTime(sys_days(last_day)) + 24h - 1s - japan_ahead_of_utc;
}

// Before this program was made, or when nobody uses it any more.
bool is_plausible(CivilTime now) {
    return now >= sys_days(2026y / 1 / 1) && now < sys_days(2100y / 1 / 1);
}

} // namespace

CivilTime grace_end(const ValidityPeriod& period, GraceRule grace) {
    switch (grace) {
    case GraceRule::None:
        return period.not_after;
    case GraceRule::ThreeMonths:
        return months_later(period.not_after, months(3));
    case GraceRule::ThreeMonthsFromMonthEnd:
        break;
    }
    const CivilDate expired = date_in_japan(period.not_after);
    return end_of_month_in_japan(months_later(expired, months(3)));
}

CertificateStanding standing_of(const ValidityPeriod& period, CivilTime now, GraceRule grace) {
    if (!is_plausible(now)) {
        return CertificateStanding::ClockImplausible;
    }
    if (now < period.not_before) {
        return CertificateStanding::NotYetValid;
    }
    if (now < months_later(period.not_after, -months(3))) {
        return CertificateStanding::Valid;
    }
    if (now <= period.not_after) {
        return CertificateStanding::ExpiresSoon;
    }
    return now <= grace_end(period, grace) ? CertificateStanding::InGrace
                                           : CertificateStanding::Dead;
}

std::string_view name_of(CertificateStanding standing) noexcept {
    switch (standing) {
    case CertificateStanding::ClockImplausible:
        return "clock-implausible";
    case CertificateStanding::NotYetValid:
        return "not-yet-valid";
    case CertificateStanding::Valid:
        return "valid";
    case CertificateStanding::ExpiresSoon:
        return "expires-soon";
    case CertificateStanding::InGrace:
        return "in-grace";
    case CertificateStanding::Dead:
        return "dead";
    }
    return "?";
}

} // namespace madoguchi::jpki
