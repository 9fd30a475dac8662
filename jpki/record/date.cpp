#include "jpki/record/date.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::jpki {

namespace {

constexpr std::size_t year_digits = 4;
constexpr std::size_t date_digits = 8;

unsigned number_in(ByteView digits) {
    unsigned number = 0;
    for (const std::uint8_t digit : digits) {
        number = number * 10U + (digit - unsigned{'0'});
    }
    return number;
}

bool is_digit(std::uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

Result<void> require_eight_digits(ByteView text) {
    if (text.size() != date_digits) {
        return fail(ErrorCode::LengthInvalid, "a date of the card does not have eight digits");
    }
    if (!std::all_of(text.begin(), text.end(), is_digit)) {
        return fail(ErrorCode::ValueInvalid, "a date of the card holds something but digits");
    }
    return {};
}

std::optional<unsigned> known(unsigned number) {
    return number == 0 ? std::nullopt : std::optional(number);
}

// True when some real day fits what is known.
bool is_possible(const BirthDate& date) {
    if (date.year == 0 || (!date.month && date.day)) {
        return false;
    }
    const std::chrono::year_month_day earliest_fit{std::chrono::year(date.year),
                                                   std::chrono::month(date.month.value_or(1)),
                                                   std::chrono::day(date.day.value_or(1))};
    return earliest_fit.ok();
}

} // namespace

Result<BirthDate> parse_birth_date(ByteView digits) {
    MADOGUCHI_TRY(require_eight_digits(digits));
    const BirthDate date{static_cast<int>(number_in(digits.first(year_digits))),
                         known(number_in(digits.subspan(year_digits, 2))),
                         known(number_in(digits.subspan(year_digits + 2, 2)))};
    if (!is_possible(date)) {
        return fail(ErrorCode::ValueInvalid, "the birth date of the card is no date");
    }
    return date;
}

Result<CivilDate> parse_date(ByteView digits) {
    const BirthDate date = MADOGUCHI_TRY(parse_birth_date(digits));
    const auto complete = complete_date(date);
    if (!complete) {
        return fail(ErrorCode::ValueInvalid, "a date of the card is incomplete");
    }
    return *complete;
}

std::optional<CivilDate> complete_date(const BirthDate& date) {
    if (!date.month || !date.day) {
        return std::nullopt;
    }
    return CivilDate{std::chrono::year(date.year), std::chrono::month(*date.month),
                     std::chrono::day(*date.day)};
}

std::string to_iso(const BirthDate& date) {
    if (!date.month) {
        return fmt::format("{:04}", date.year);
    }
    if (!date.day) {
        return fmt::format("{:04}-{:02}", date.year, *date.month);
    }
    return fmt::format("{:04}-{:02}-{:02}", date.year, *date.month, *date.day);
}

std::string to_iso(CivilDate date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace madoguchi::jpki
