#include "eligibility/oqs/lexical.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::chrono::hours japan_ahead_of_utc{9};

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned number(std::string_view digits) {
    unsigned value = 0;
    for (const char digit : digits) {
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

// Contract: at least eight digits.
CivilDate date_of(std::string_view digits) {
    return {std::chrono::year{static_cast<int>(number(digits.substr(0, 4)))},
            std::chrono::month{number(digits.substr(4, 2))},
            std::chrono::day{number(digits.substr(6, 2))}};
}

bool says_nothing(std::string_view text) {
    return text.find_first_not_of('0') == std::string_view::npos ||
           text.find_first_not_of('9') == std::string_view::npos;
}

// A known month without a day, or neither; every known part must be possible.
bool is_partly_known(CivilDate date) {
    const bool month_known = date.month() != std::chrono::month{0};
    const bool day_known = date.day() != std::chrono::day{0};
    return (!month_known || date.month().ok()) && !(month_known && day_known) &&
           (!day_known || date.day().ok());
}

tl::unexpected<Error> no_date() {
    return fail(ErrorCode::AnswerUnreadable, "a date in the answer is not a day of the calendar");
}

} // namespace

Result<std::optional<CivilDate>> parse_date(std::string_view text) {
    const auto date = MADOGUCHI_TRY(parse_birth_date(text));
    if (date && !date->ok()) {
        return no_date();
    }
    return date;
}

Result<std::optional<CivilDate>> parse_birth_date(std::string_view text) {
    if (says_nothing(text)) {
        return std::nullopt;
    }
    if (text.size() != 8 || !all_digits(text)) {
        return no_date();
    }
    const CivilDate date = date_of(text);
    if (!date.ok() && !is_partly_known(date)) {
        return no_date();
    }
    return date;
}

Result<std::optional<CivilTime>> parse_time(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (text.size() != 14 || !all_digits(text)) {
        return fail(ErrorCode::AnswerUnreadable, "a time in the answer is not yyyyMMddHHmmss");
    }
    const CivilDate date = date_of(text);
    const unsigned hour = number(text.substr(8, 2));
    const unsigned minute = number(text.substr(10, 2));
    const unsigned second = number(text.substr(12, 2));
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) {
        return fail(ErrorCode::AnswerUnreadable, "a time in the answer does not exist");
    }
    const std::chrono::sys_seconds local = std::chrono::sys_days{date} + std::chrono::hours{hour} +
                                           std::chrono::minutes{minute} +
                                           std::chrono::seconds{second};
    return local - japan_ahead_of_utc;
}

std::string format_date(CivilDate date) {
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string format_time(CivilTime time) {
    const CivilTime local = time + japan_ahead_of_utc;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss clock(local - day);
    return format_date(CivilDate{day}) + fmt::format("{:02}{:02}{:02}", clock.hours().count(),
                                                     clock.minutes().count(),
                                                     clock.seconds().count());
}

} // namespace madoguchi::eligibility::oqs
