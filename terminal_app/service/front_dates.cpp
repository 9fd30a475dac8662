#include "terminal_app/service/front_dates.hpp"

#include "surface/field/era_date.hpp"
#include "surface/reading/front_number.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::terminal {

namespace {

constexpr std::size_t date_digits = 10;

} // namespace

std::optional<FrontDates> FrontDates::of_number(ByteView digits) {
    const bool is_number_b =
        digits.size() == surface::FrontNumber::digit_count &&
        std::ranges::all_of(digits, [](std::uint8_t c) { return c >= '0' && c <= '9'; });
    return is_number_b ? std::optional(FrontDates(digits.first(date_digits))) : std::nullopt;
}

int FrontDates::number_at(std::size_t place, std::size_t count) const {
    int value = 0;
    for (const std::uint8_t digit : digits_.reveal().subspan(place, count)) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

bool FrontDates::differ_from(const jpki::BirthDate& birth,
                             const std::optional<CivilDate>& expiry) const {
    using enum surface::Era;
    if (expiry && static_cast<int>(expiry->year()) != number_at(6, 4)) {
        return true;
    }
    if (!birth.month || !birth.day) {
        return false;
    }
    const CivilDate born{std::chrono::year(birth.year), std::chrono::month(*birth.month),
                         std::chrono::day(*birth.day)};
    // The number does not say which era its year counts in.
    constexpr std::array eras{Meiji, Taisho, Showa, Heisei, Reiwa};
    return std::ranges::none_of(eras, [&](surface::Era era) {
        return surface::calendar_day(
                   surface::BirthDate{era, number_at(0, 2), static_cast<unsigned>(number_at(2, 2)),
                                      static_cast<unsigned>(number_at(4, 2))}) == born;
    });
}

} // namespace madoguchi::terminal
