// What of an answer may be used with the consents that the patient gave at our desk.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"

#include <vector>

namespace madoguchi::eligibility {

// Whether that item was agreed to and, where consent ends, has not ended at that moment. No entry
// is no consent.
[[nodiscard]] bool is_open(const std::vector<Consent>& consents, ConsentItem item, CivilTime now);

// The answer without 限度額 and 特定疾病 for which no consent is open, and with the patient's own
// consents in place of those that the service wrote. What was not asked for is not passed on, even
// where the service sent it.
[[nodiscard]] EligibilityAnswer keep_consented(EligibilityAnswer answer,
                                               const std::vector<Consent>& consents, CivilTime now);

} // namespace madoguchi::eligibility
