// Lists of exchanges as text, one a line: "00B08A00 5 258" is the header, the bytes of the whole
// command and the bytes of the whole answer.
#pragma once

#include "hal/base/result.hpp"
#include "hw-sim/link/exchange.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::sim {

// Without an end of line.
[[nodiscard]] std::string to_line(const Exchange& exchange);
// Errors: SyntaxInvalid.
[[nodiscard]] Result<Exchange> parse_exchange(std::string_view line);
// Errors: FileUnreadable, SyntaxInvalid.
[[nodiscard]] Result<std::vector<Exchange>> read_exchange_list(const std::filesystem::path& file);

} // namespace madoguchi::sim
