// For contracts: runs code in a child process and tells how that ended.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace madoguchi::test {

// What the code wrote to standard error when it ended the process by abort; nothing when it
// returned.
[[nodiscard]] std::optional<std::string> last_words_of(const std::function<void()>& code);

} // namespace madoguchi::test
