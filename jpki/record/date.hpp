// Dates as the card stores them: eight digits YYYYMMDD, Gregorian.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <optional>
#include <string>

namespace madoguchi::jpki {

// 生年月日. Month and day may be unknown (stored as 00); a day never stands without its month.
struct BirthDate {
    int year = 0;
    std::optional<unsigned> month;
    std::optional<unsigned> day;

    bool operator==(const BirthDate&) const = default;
};

// Eight ASCII digits. Errors: LengthInvalid, ValueInvalid (no digits, no such day).
[[nodiscard]] Result<BirthDate> parse_birth_date(ByteView digits);
[[nodiscard]] Result<CivilDate> parse_date(ByteView digits);

// The whole date, when all of it is known.
[[nodiscard]] std::optional<CivilDate> complete_date(const BirthDate& date);

// ISO 8601: 1980-02-17; 1980-02 or 1980 when the rest is unknown.
[[nodiscard]] std::string to_iso(const BirthDate& date);
[[nodiscard]] std::string to_iso(CivilDate date);

} // namespace madoguchi::jpki
