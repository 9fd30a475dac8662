// What names one insurance record, for programs that remember records by a keyed hash.
#pragma once

#include "eligibility/model/insurance_identity.hpp"

#include <string>

namespace madoguchi::eligibility::identity {

// The same for the same record, whatever the width of its characters; each part with its length, so
// that no two records give the same text. Personal data.
[[nodiscard]] std::string record_text(const InsuranceIdentity& record);

} // namespace madoguchi::eligibility::identity
