#include "hw-sim/card/civil_dates.hpp"

#include "hal/base/contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace madoguchi::sim {

namespace {

struct Era {
    char digit;
    CivilDate first_day;
};

// Latest first.
constexpr std::array<Era, 5> eras{{
    {'5', {std::chrono::year(2019), std::chrono::May, std::chrono::day(1)}},
    {'4', {std::chrono::year(1989), std::chrono::January, std::chrono::day(8)}},
    {'3', {std::chrono::year(1926), std::chrono::December, std::chrono::day(25)}},
    {'2', {std::chrono::year(1912), std::chrono::July, std::chrono::day(30)}},
    {'1', {std::chrono::year(1868), std::chrono::October, std::chrono::day(23)}},
}};

unsigned number_in(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace

Result<CivilDate> parse_iso_date(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-dd";
    const bool fits =
        std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char given, char wanted) {
            return wanted == 'd' ? given >= '0' && given <= '9' : given == wanted;
        });
    if (!fits) {
        return fail(ErrorCode::ValueInvalid, "a date is not written as YYYY-MM-DD");
    }
    const CivilDate date{std::chrono::year(static_cast<int>(number_in(text.substr(0, 4)))),
                         std::chrono::month(number_in(text.substr(5, 2))),
                         std::chrono::day(number_in(text.substr(8, 2)))};
    if (!date.ok()) {
        return fail(ErrorCode::ValueInvalid, "a date names a day that does not exist");
    }
    return date;
}

std::string compact_date(CivilDate date) {
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string japanese_moment(CivilTime instant) {
    const CivilTime local = instant + std::chrono::hours(9);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time(local - day);
    return compact_date(CivilDate{day}) + fmt::format("{:02}{:02}{:02}", time.hours().count(),
                                                      time.minutes().count(),
                                                      time.seconds().count());
}

EraYear era_year(CivilDate date) {
    const auto* const era = std::find_if(eras.begin(), eras.end(), [date](const Era& candidate) {
        return date >= candidate.first_day;
    });
    MADOGUCHI_EXPECTS(era != eras.end());
    return {era->digit,
            static_cast<int>(date.year()) - static_cast<int>(era->first_day.year()) + 1};
}

std::string era_date_digits(CivilDate date) {
    return fmt::format("{:02}{:02}{:02}", era_year(date).year, static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

CivilDate years_later(CivilDate date, int years) {
    const CivilDate same_day = date + std::chrono::years(years);
    if (same_day.ok()) {
        return same_day;
    }
    return CivilDate(std::chrono::year_month_day_last(
        same_day.year(), std::chrono::month_day_last(same_day.month())));
}

std::time_t in_japan(CivilDate date, std::chrono::seconds since_midnight) {
    const auto instant = std::chrono::sys_days(date) + since_midnight - std::chrono::hours(9);
    return std::chrono::system_clock::to_time_t(instant);
}

} // namespace madoguchi::sim
