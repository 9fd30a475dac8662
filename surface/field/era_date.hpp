// Dates as a card front prints them: birth dates in the era's years, the expiry in Gregorian ones.
#pragma once

#include "hal/base/clock.hpp"

#include <cstdint>
#include <optional>

namespace madoguchi::surface {

enum class Era : std::uint8_t { Meiji, Taisho, Showa, Heisei, Reiwa };

struct BirthDate {
    Era era = Era::Meiji;
    int year = 0; // of the era; 元年 is 1
    unsigned month = 0;
    unsigned day = 0;
    bool operator==(const BirthDate&) const = default;
};

struct ExpiryDate {
    int year = 0; // Gregorian
    unsigned month = 0;
    unsigned day = 0;
    bool operator==(const ExpiryDate&) const = default;
};

// The calendar day; nothing where there is none, or it lies outside its era.
[[nodiscard]] std::optional<CivilDate> calendar_day(const BirthDate& date);
[[nodiscard]] std::optional<CivilDate> calendar_day(const ExpiryDate& date);

} // namespace madoguchi::surface
