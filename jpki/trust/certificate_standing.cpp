#include "jpki/trust/certificate_standing.hpp"

#include "hal/base/dated_rules.hpp"

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

// None where no rule holds on that day.
months length_of(DatedRule rule, CivilTime day) {
    return months(rule_on(rule, date_in_japan(day)).value_or(0));
}

CivilTime end_of_month_in_japan(CivilDate month) {
    const CivilDate last_day(month.year() / month.month() / std::chrono::last);
    return CivilTime(sys_days(last_day)) + 24h - 1s - japan_ahead_of_utc;
}

// Not before this program was made, nor when nobody uses it any more.
bool is_plausible(CivilTime now) {
    const CivilDate day = std::chrono::floor<std::chrono::days>(now);
    return rule_on(DatedRule::PlausibleClock, day).has_value();
}

} // namespace

// The rule of the day on which the certificate ends counts, also when it changes afterwards.
CivilTime grace_end(const ValidityPeriod& period, GraceRule grace) {
    const months length = length_of(DatedRule::CertificateGrace, period.not_after);
    switch (grace) {
    case GraceRule::None:
        return period.not_after;
    case GraceRule::ThreeMonths:
        return months_later(period.not_after, length);
    case GraceRule::ThreeMonthsFromMonthEnd:
        break;
    }
    const CivilDate expired = date_in_japan(period.not_after);
    return end_of_month_in_japan(months_later(expired, length));
}

CertificateStanding standing_of(const ValidityPeriod& period, CivilTime now, GraceRule grace) {
    if (!is_plausible(now)) {
        return CertificateStanding::ClockImplausible;
    }
    if (now < period.not_before) {
        return CertificateStanding::NotYetValid;
    }
    if (now < months_later(period.not_after, -length_of(DatedRule::EndsSoon, now))) {
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
