#include "surface/field/issue_rules.hpp"

namespace madoguchi::surface {

namespace {

using std::chrono::years;

constexpr int oldest = 115;
constexpr std::chrono::year first_cards(2016);
constexpr int minor_term = 5; // birthdays after issue
constexpr int adult_term = 10;
constexpr int oldest_minor_at_end = 19 + minor_term + 1; // issued before April 2022
constexpr int youngest_adult_at_end = 18 + adult_term;

// The day of a birthday in a year without 29 February is 28 February or, by another reading, the
// day after it.
bool is_birthday(CivilDate day, CivilDate birth) {
    const CivilDate birthday = day.year() / birth.month() / birth.day();
    const CivilDate last_of_february = day.year() / std::chrono::February / 28;
    const CivilDate day_after = day.year() / std::chrono::March / 1;
    return birthday.ok() ? day == birthday : day == last_of_february || day == day_after;
}

// So many years from today; a day that does not exist then is the next one.
CivilDate years_from(CivilDate today, int count) {
    const CivilDate then = today + years(count);
    return then.ok() ? then : then.year() / std::chrono::March / 1;
}

DateVerdict check_term(CivilDate birth, CivilDate expiry, CivilDate today) {
    const int age_at_end = static_cast<int>(expiry.year()) - static_cast<int>(birth.year());
    const bool is_minors = age_at_end >= minor_term && age_at_end <= oldest_minor_at_end;
    if (!is_minors && age_at_end < youngest_adult_at_end) {
        return DateVerdict::TermNotIssued;
    }
    const int term = is_minors ? minor_term : adult_term;
    if (expiry > years_from(today, term)) {
        return DateVerdict::TooFarAhead;
    }
    return expiry.year() < first_cards + years(term) ? DateVerdict::BeforeAnyCard
                                                     : DateVerdict::Possible;
}

} // namespace

DateVerdict check_dates(const BirthDate& birth, const ExpiryDate& expiry, CivilDate today) {
    const auto born = calendar_day(birth);
    const auto ends = calendar_day(expiry);
    if (!born) {
        return DateVerdict::NoSuchBirthDate;
    }
    if (!ends) {
        return DateVerdict::NoSuchExpiry;
    }
    if (*born > today) {
        return DateVerdict::BornInFuture;
    }
    if (years_from(*born, oldest) < today) {
        return DateVerdict::TooOld;
    }
    return is_birthday(*ends, *born) ? check_term(*born, *ends, today) : DateVerdict::NotOnBirthday;
}

} // namespace madoguchi::surface
