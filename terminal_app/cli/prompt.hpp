// Asking the person at the terminal.
#pragma once

#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"
#include "terminal_app/cli/stop_request.hpp"

#include <string>
#include <string_view>

namespace madoguchi::cli {

// One line: from the terminal, prompted and without echo, when standard input is one; otherwise
// from standard input as it is. Errors: Cancelled (the input ended), TooLarge (no number is so
// long).
[[nodiscard]] Result<SecretBytes> ask_secret(std::string_view prompt);

// The same with echo: for words that confirm. Errors: as ask_secret.
[[nodiscard]] Result<std::string> ask_word(std::string_view prompt);

// Whether a person can be asked at all.
[[nodiscard]] bool input_is_terminal() noexcept;

// Shows the prompt on standard output and waits for any key, unseen, for the end of standard input,
// or for a stop request.
void wait_for_key(std::string_view prompt, const StopRequest& stop);

} // namespace madoguchi::cli
