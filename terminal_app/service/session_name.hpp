// Names under which questions go to the eligibility service.
#pragma once

#include "hal/base/result.hpp"

#include <string>

namespace madoguchi::terminal {

// New for each question and unlike that of any other terminal on the same folder; says nothing.
// Errors: Internal (the system gives no random numbers).
[[nodiscard]] Result<std::string> fresh_session_name();

} // namespace madoguchi::terminal
