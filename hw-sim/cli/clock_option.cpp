#include "hw-sim/cli/clock_option.hpp"

#include <array>
#include <charconv>

namespace madoguchi::sim::cli {

namespace {

constexpr std::chrono::hours ahead_of_utc{9};

std::optional<int> number_in(std::string_view digits) {
    int value = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return end.ec == std::errc() && end.ptr == digits.data() + digits.size() && value >= 0
               ? std::optional(value)
               : std::nullopt;
}

} // namespace

std::optional<CivilTime> moment_named(std::string_view text) {
    const std::string whole = text.size() == 10 ? std::string(text) + "T00:00" : std::string(text);
    if (whole.size() != 16 || whole[4] != '-' || whole[7] != '-' || whole[10] != 'T' ||
        whole[13] != ':') {
        return std::nullopt;
    }
    const std::string_view parts = whole;
    const std::array numbers{number_in(parts.substr(0, 4)), number_in(parts.substr(5, 2)),
                             number_in(parts.substr(8, 2)), number_in(parts.substr(11, 2)),
                             number_in(parts.substr(14, 2))};
    for (const auto& number : numbers) {
        if (!number) {
            return std::nullopt;
        }
    }
    const CivilDate date{std::chrono::year(*numbers[0]),
                         std::chrono::month(static_cast<unsigned>(*numbers[1])),
                         std::chrono::day(static_cast<unsigned>(*numbers[2]))};
    if (!date.ok() || *numbers[3] > 23 || *numbers[4] > 59) {
        return std::nullopt;
    }
    return CivilTime(std::chrono::sys_days(date)) + std::chrono::hours(*numbers[3]) +
           std::chrono::minutes(*numbers[4]) - ahead_of_utc;
}

ShiftedClock::ShiftedClock(std::string_view now) {
    if (const auto moment = moment_named(now)) {
        ahead_ = *moment - SystemClock().civil_now();
    }
}

MonotonicTime ShiftedClock::monotonic_now() const {
    return SystemClock().monotonic_now();
}

CivilTime ShiftedClock::civil_now() const {
    return SystemClock().civil_now() + ahead_;
}

void add_clock_option(CLI::App& command, std::string& now) {
    command
        .add_option("--now", now,
                    "Moment at which its clock begins, 2026-11-20 or 2026-11-20T09:30 in Japan")
        ->check([](const std::string& text) {
            return moment_named(text) ? std::string() : std::string("no such moment");
        })
        ->type_name("MOMENT");
}

} // namespace madoguchi::sim::cli
