// One record of a comma-separated file: RFC 4180, without line breaks inside fields.
#pragma once

#include "hal/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility {

// A character that no field may hold.
[[nodiscard]] constexpr bool is_csv_control(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x20U || c == '\x7f';
}

// line: without its line end. Errors: SyntaxInvalid (a quote out of place or never closed),
// ValueInvalid (a control character).
[[nodiscard]] Result<std::vector<std::string>> split_csv_line(std::string_view line);

} // namespace madoguchi::eligibility
