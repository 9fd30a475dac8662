// How OQS files spell dates and times: yyyyMMdd and yyyyMMddHHmmss, Japanese local time.
// Source: eligibility interface notes, section 3.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

// Empty, all 0 or all 9 ("no end") is nothing. Errors: AnswerUnreadable.
[[nodiscard]] Result<std::optional<CivilDate>> parse_date(std::string_view text);

// As parse_date, but month or day may be 00, unknown.
[[nodiscard]] Result<std::optional<CivilDate>> parse_birth_date(std::string_view text);

// Empty is nothing. Errors: AnswerUnreadable.
[[nodiscard]] Result<std::optional<CivilTime>> parse_time(std::string_view text);

[[nodiscard]] std::string format_date(CivilDate date);
[[nodiscard]] std::string format_time(CivilTime time);

} // namespace madoguchi::eligibility::oqs
