// How many digits each number of both dates has, by where their ink stands. The reader drops digits
// of a pair; this counts them without reading any.
#pragma once

#include "surface/field/digit_counts.hpp"
#include "surface/text/text_line.hpp"

namespace madoguchi::surface {

struct BirthDateCells {
    DigitCounts counts;            // of 元年 the year's is meaningless
    std::vector<cv::Range> digits; // columns of the line, without the characters between them
    double misfit;
};

// The counts that the line of the birth date can have, those that fit best first. The first are
// right in all but three lines of a hundred.
[[nodiscard]] std::vector<BirthDateCells> fit_birth_date(const LineInk& line);

// The best of those on a day of so many digits, where the ink is not clearly against it: then the
// best of all. Expects one fit or more.
[[nodiscard]] const BirthDateCells& fit_on_birthday(const std::vector<BirthDateCells>& fits,
                                                    int month_digits, int day_digits);

// The digits of the expiry: a card ends on a birthday, so its month and day have as many digits.
[[nodiscard]] std::optional<std::vector<cv::Range>> fit_expiry(const LineInk& line,
                                                               const DigitCounts& birth);

// The digits of the security code: always as many.
[[nodiscard]] std::optional<std::vector<cv::Range>> fit_code(const LineInk& line);

} // namespace madoguchi::surface
