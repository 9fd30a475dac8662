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

// 「昭和41年3月5日生」, with 元年, whatever stands before or after it. Nothing for any other form,
// western years among them, nor for 1年: that is what a slip leaves of 11年.
[[nodiscard]] std::optional<Read<BirthDate>> parse_birth_date(const Characters& characters);
// 「2031年3月5日まで有効」
[[nodiscard]] std::optional<Read<ExpiryDate>> parse_expiry(const Characters& characters);
// Exactly four digits.
[[nodiscard]] std::optional<Read<CodeDigits>> parse_security_code(const Characters& characters);

// The era that is named, wherever it stands.
[[nodiscard]] std::optional<Era> parse_era(const Characters& characters);
[[nodiscard]] bool says_first_year(const Characters& characters); // 元

// The numbers of a date without the characters between them, when it is known how many digits each
// has. Nothing where anything but so many digits was read.
struct DateNumbers {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    bool operator==(const DateNumbers&) const = default;
};
[[nodiscard]] std::optional<Read<DateNumbers>>
parse_numbers(const Characters& characters, int year_digits, const DigitCounts& counts);

// How many of 年, 月 and 日 were read: what tells a date from other print.
[[nodiscard]] int date_marks(const Characters& characters);

} // namespace madoguchi::surface
