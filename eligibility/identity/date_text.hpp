// Birth dates as people and systems write them.
#pragma once

#include "hal/base/clock.hpp"

#include <optional>
#include <string_view>

namespace madoguchi::eligibility::identity {

// 1984-02-29, 1984/2/29, 19840229, 昭和59年2月29日, S59.2.29, 3590229 (era 1 to 5 and six digits),
// in any width, months and days also in kanji. Month or day 0, 00, 不詳 or left out: that part is
// 0, not known. Nothing: not a date, or no day of the calendar.
[[nodiscard]] std::optional<CivilDate> parse_date_text(std::string_view text);

} // namespace madoguchi::eligibility::identity
