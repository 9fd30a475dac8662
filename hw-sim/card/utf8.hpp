// UTF-8 to code points.
#pragma once

#include "hal/base/result.hpp"

#include <string>
#include <string_view>

namespace madoguchi::sim {

// Errors: TextInvalid for anything that is not well-formed UTF-8 (overlong forms and surrogates
// included).
[[nodiscard]] Result<std::u32string> decode_utf8(std::string_view text);

} // namespace madoguchi::sim
