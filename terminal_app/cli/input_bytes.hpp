// Bytes that a command is given, as a file or as digits.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"
#include "terminal_app/cli/trust_actions.hpp"

namespace madoguchi::cli {

// Errors: FileUnreadable, TooLarge, SyntaxInvalid (digits that are no hexadecimal pairs).
[[nodiscard]] Result<Bytes> read_bytes(const BytesOption& option, std::size_t largest);

// Says on standard error, and as JSON when asked, why what was given cannot be used. Returns the
// exit status.
[[nodiscard]] int report_unusable(const Error& error, bool json);

} // namespace madoguchi::cli
