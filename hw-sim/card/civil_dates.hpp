// Dates as this card writes them.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <ctime>
#include <string>
#include <string_view>

namespace madoguchi::sim {

// "2026-11-20". Errors: ValueInvalid for another form or a day that does not exist.
[[nodiscard]] Result<CivilDate> parse_iso_date(std::string_view text);

// "20261120".
[[nodiscard]] std::string compact_date(CivilDate date);

// "20261120093015": date and time in Japan.
[[nodiscard]] std::string japanese_moment(CivilTime instant);

// Era (元号) of a date by its digit in the certificates: 1 明治, 2 大正, 3 昭和, 4 平成, 5 令和,
// and the year within it (元年 is 1). Contract: not before 1868-10-23.
struct EraYear {
    char era = '0';
    int year = 0;
};
[[nodiscard]] EraYear era_year(CivilDate date);

// "YYMMDD" with the year of the era: how the 照合番号 write a birth date.
[[nodiscard]] std::string era_date_digits(CivilDate date);

// The same day so many years later; 29 February becomes 28 February where there is none.
[[nodiscard]] CivilDate years_later(CivilDate date, int years);

// An instant of that day in Japan (UTC+9).
[[nodiscard]] std::time_t in_japan(CivilDate date, std::chrono::seconds since_midnight);

} // namespace madoguchi::sim
