// What each fault must end with: a table, so that "some error" is never good enough.
#pragma once

#include "tests/fault/fault_case.hpp"

namespace madoguchi::test {

// The words: "unharmed" (as without the fault), "differs" (as without it, with other content, none
// of it proved), those of Reading::word, and names of error codes.
[[nodiscard]] bool is_expected(const FaultCase& fault_case, std::string_view word);
[[nodiscard]] std::string expected_words(const FaultCase& fault_case);

} // namespace madoguchi::test
