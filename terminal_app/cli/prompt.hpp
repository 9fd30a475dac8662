// Asking a person for a number that must not be seen.
#pragma once

#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

#include <string_view>

namespace madoguchi::cli {

// One line: from the terminal, prompted and without echo, when standard input is one; otherwise
// from standard input as it is. Errors: Cancelled (the input ended), TooLarge (no number is so
// long).
[[nodiscard]] Result<SecretBytes> ask_secret(std::string_view prompt);

} // namespace madoguchi::cli
