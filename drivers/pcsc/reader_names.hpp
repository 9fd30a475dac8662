// Reader names as the daemon gives them (any bytes) and as people and logs see them.
#pragma once

#include "drivers/pcsc/pcsc_context.hpp"
#include "hal/base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::drivers {

struct ReaderName {
    std::string raw;   // for PC/SC
    std::string shown; // valid UTF-8 without control characters, at most 128 bytes, unique
};

// Every byte that is a control character or no valid UTF-8 becomes '?'; cut at a character border.
[[nodiscard]] std::string displayable(std::string_view raw);

// NUL-ended names up to an empty one or the end of the bytes, whichever comes first. Names that
// look the same get " (2)", " (3)" ...
[[nodiscard]] std::vector<ReaderName> parse_reader_names(std::span<const char> names);

// Readers now attached; none is an empty list. Errors: as error_before_use.
[[nodiscard]] Result<std::vector<ReaderName>> list_reader_names(const PcscContext& context);

} // namespace madoguchi::drivers
