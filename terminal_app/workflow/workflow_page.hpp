// The workflow for readers: docs/workflow.md, printed from the table.
#pragma once

#include <string>

namespace madoguchi::terminal {

[[nodiscard]] std::string workflow_page();

} // namespace madoguchi::terminal
