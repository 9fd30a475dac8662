// The moment in an HTTP header. Source: RFC 9110, section 5.6.7.
#pragma once

#include "hal/base/clock.hpp"

#include <optional>
#include <string_view>

namespace madoguchi::eligibility::fhir {

// "Sun, 06 Nov 1994 08:49:37 GMT", the one form that may still be written. Nothing for any other
// text; the day of the week is not checked.
[[nodiscard]] std::optional<CivilTime> parse_http_date(std::string_view text);

} // namespace madoguchi::eligibility::fhir
