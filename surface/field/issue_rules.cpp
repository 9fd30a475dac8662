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

// So many years from today; a day that does not exist then is the next one.
CivilDate years_from(CivilDate today, int count) {
    const CivilDate then = today + years(count);
    return then.ok() ? then : then.year() / std::chrono::March / 1;
}

// In years, of a card that ends at that age; nothing where none does.
std::optional<int> term_to(int age_at_end) {
    if (age_at_end >= minor_term && age_at_end <= oldest_minor_at_end) {
        return minor_term;
    }
    return age_at_end >= youngest_adult_at_end ? std::optional(adult_term) : std::nullopt;
}

std::optional<int> term_between(CivilDate birth, CivilDate expiry) {
    return term_to(static_cast<int>(expiry.year()) - static_cast<int>(birth.year()));
}

DateVerdict check_term(CivilDate birth, CivilDate expiry, CivilDate today) {
    const auto possible_term = term_between(birth, expiry);
    if (!possible_term) {
        return DateVerdict::TermNotIssued;
    }
    const int term = *possible_term;
    if (expiry > years_from(today, term)) {
        return DateVerdict::TooFarAhead;
    }
    return expiry.year() < first_cards + years(term) ? DateVerdict::BeforeAnyCard
                                                     : DateVerdict::Possible;
}

} // namespace

bool ends_on_birthday(const BirthDate& birth, const ExpiryDate& expiry) {
    const bool is_leap_day = birth.month == 2 && birth.day == 29;
    if (is_leap_day && !std::chrono::year(expiry.year).is_leap()) {
        return (expiry.month == 2 && expiry.day == 28) || (expiry.month == 3 && expiry.day == 1);
    }
    return birth.month == expiry.month && birth.day == expiry.day;
}

bool can_end(const BirthDate& birth, const ExpiryDate& expiry) {
    const auto born = calendar_day(birth);
    const auto ends = calendar_day(expiry);
    return born && ends && ends_on_birthday(birth, expiry) && term_between(*born, *ends);
}

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
    return ends_on_birthday(birth, expiry) ? check_term(*born, *ends, today)
                                           : DateVerdict::NotOnBirthday;
}

} // namespace madoguchi::surface
