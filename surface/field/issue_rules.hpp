// Whether a birth date and an expiry can stand on one card that is shown today.
#pragma once

#include "surface/field/era_date.hpp"

namespace madoguchi::surface {

enum class DateVerdict : std::uint8_t {
    Possible,
    NoSuchBirthDate, // not in the calendar or outside its era
    NoSuchExpiry,
    BornInFuture,
    TooOld,        // beyond 115 years
    NotOnBirthday, // a card ends on a birthday (also of a resident whose stay ends before it)
    TermNotIssued, // no card is issued for such a term at such an age
    TooFarAhead,   // would have been issued after today
    BeforeAnyCard, // would have been issued before there were cards
};

// Whether the card ends on a birthday, by month and day alone: 29 February is kept on 28 February
// or, by another reading, on 1 March where it is missing.
[[nodiscard]] bool ends_on_birthday(const BirthDate& birth, const ExpiryDate& expiry);

// Whether a card of someone born then can end so, whatever day is today: on a birthday, after a
// term that is issued.
[[nodiscard]] bool can_end(const BirthDate& birth, const ExpiryDate& expiry);

// Cards last to the tenth birthday after issue, those of minors to the fifth; minors were under 20
// until April 2022 and are under 18 since. First issued in January 2016.
[[nodiscard]] DateVerdict check_dates(const BirthDate& birth, const ExpiryDate& expiry,
                                      CivilDate today);

} // namespace madoguchi::surface
