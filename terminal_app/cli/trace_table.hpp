// A trace as a table for people.
#pragma once

#include "apdu/trace/trace_file.hpp"

#include <string>

namespace madoguchi::cli {

// Heading, one line an exchange (slow ones marked), sums.
[[nodiscard]] std::string trace_table(const apdu::Trace& trace);

} // namespace madoguchi::cli
