// The Japanese calendar (和暦): how patients and desks say a date.
#pragma once

#include "hal/base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace madoguchi::jpki {

enum class Era : std::uint8_t {
    Meiji = 1, // 明治
    Taisho,    // 大正
    Showa,     // 昭和
    Heisei,    // 平成
    Reiwa,     // 令和
};

struct EraDate {
    Era era{};
    unsigned year = 0; // 1 is the era's first year (元年)
    std::chrono::month month{};
    std::chrono::day day{};

    bool operator==(const EraDate&) const = default;
};

// Nothing before 明治 by the Gregorian calendar (1873-01-01), when Japan changed calendars.
[[nodiscard]] std::optional<EraDate> era_date(CivilDate date);

// 昭和55年2月17日
[[nodiscard]] std::string to_japanese(const EraDate& date);

} // namespace madoguchi::jpki
