// The hand-over as plain JSON, for programs that read no face files (docs/eligibility-files.md).
#pragma once

#include "eligibility/model/eligibility_answer.hpp"

#include <string>

namespace madoguchi::eligibility {

// UTF-8, one object, a line end at its end. Texts that are absent are empty, dates null.
[[nodiscard]] std::string hand_over_json(const EligibilityAnswer& answer);

} // namespace madoguchi::eligibility
