// Which PINs a thief would try first.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/error.hpp"

#include <optional>

namespace madoguchi::cli {

// Why these ASCII digits are easy to guess, or nothing. A birth date cannot be known here.
[[nodiscard]] std::optional<StaticText> why_guessable(ByteView digits);

} // namespace madoguchi::cli
