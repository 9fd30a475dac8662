// How many digits the numbers of a date have, as printed.
#pragma once

namespace madoguchi::surface {

struct DigitCounts {
    int year = 1; // of a birth date, in the era's years
    int month = 1;
    int day = 1;
    bool operator==(const DigitCounts&) const = default;
};

[[nodiscard]] constexpr int digits_of(unsigned number) {
    return number < 10 ? 1 : 1 + digits_of(number / 10);
}

} // namespace madoguchi::surface
