// The kind of a command, by which cases are named and outcomes expected.
#pragma once

#include "hw-sim/fault/faulty_answer.hpp"

#include <string>

namespace madoguchi::test {

// "select-application", "verify"…
[[nodiscard]] std::string kind_of_command(const sim::ObservedExchange& exchange);

} // namespace madoguchi::test
