// Characters off the card front to what they say.
#pragma once

#include "surface/field/digit_counts.hpp"
#include "surface/field/era_date.hpp"
#include "surface/text/text_reader.hpp"

#include <array>

namespace madoguchi::surface {

// What was read of a field, and how sure the least sure of its characters is, 0 to 1.
template <typename Value>
struct Read {
    Value value;
    float confidence;
};

using CodeDigits = std::array<char, 4>; // ASCII digits

// The numbers of a date, whatever they are: what a network has dropped of them is seen elsewhere.
struct DateNumbers {
    int year = 0; // of the era, or Gregorian
    unsigned month = 0;
    unsigned day = 0;
    bool is_first_year = false; // 元年; a year that is read as 1年 is what is left of 11年
    bool operator==(const DateNumbers&) const = default;
};

// 「昭和41年3月5日生」, with 元年, whatever stands before or after it, when at least the second
// character of an era's name stands before the year. One of 年, 月 and 日 may be read as another
// character. Nothing for any other form, western years among them.
[[nodiscard]] std::optional<Read<DateNumbers>> parse_birth_date(const Characters& characters);
// 「2031年3月5日まで有効」, as forgiving.
[[nodiscard]] std::optional<Read<DateNumbers>> parse_expiry(const Characters& characters);
// Exactly four digits.
[[nodiscard]] std::optional<Read<CodeDigits>> parse_security_code(const Characters& characters);

// The eras whose name it can be, wherever it stands before a year: its first character may be
// missing, so 和 is 昭和 or 令和. None where no era is named, or one begun and another ended.
using PossibleEras = std::vector<Era>;
[[nodiscard]] PossibleEras parse_era(const Characters& characters);

// The numbers of a date without the characters between them, when it is known how many digits each
// has. Nothing where anything but so many digits was read.
[[nodiscard]] std::optional<Read<DateNumbers>>
parse_numbers(const Characters& characters, int year_digits, const DigitCounts& counts);

// How many of 年, 月 and 日 were read: what tells a date from other print.
[[nodiscard]] int date_marks(const Characters& characters);

} // namespace madoguchi::surface
