#include "eligibility/fhir/http_date.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::fhir {

namespace {

constexpr std::string_view form = "www, dd mmm dddd dd:dd:dd GMT";

bool has_the_form(std::string_view text) {
    return text.size() == form.size() &&
           std::equal(text.begin(), text.end(), form.begin(), [](char one, char wanted) {
               switch (wanted) {
               case 'd':
                   return one >= '0' && one <= '9';
               case 'w':
               case 'm':
                   return (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z');
               default:
                   return one == wanted;
               }
           });
}

unsigned month_named(std::string_view name) {
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return static_cast<unsigned>(std::find(names.begin(), names.end(), name) - names.begin()) + 1;
}

} // namespace

std::optional<CivilTime> parse_http_date(std::string_view text) {
    if (!has_the_form(text)) {
        return std::nullopt;
    }
    const auto number = [text](std::size_t at, std::size_t digits) {
        int value = 0;
        for (const char digit : text.substr(at, digits)) {
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    const CivilDate date{std::chrono::year(number(12, 4)),
                         std::chrono::month(month_named(text.substr(8, 3))),
                         std::chrono::day(static_cast<unsigned>(number(5, 2)))};
    const int hour = number(17, 2);
    const int minute = number(20, 2);
    const int second = number(23, 2); // 60: a leap second
    if (!date.ok() || hour > 23 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    return CivilTime(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
           std::chrono::minutes(minute) + std::chrono::seconds(second);
}

} // namespace madoguchi::eligibility::fhir
