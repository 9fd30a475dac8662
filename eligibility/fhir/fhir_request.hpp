// The question as a CoverageEligibilityRequest (FHIR R4, purpose "validation") with patient,
// coverage and insurer contained. Source: eligibility interface notes, section 12.
#pragma once

#include "eligibility/model/eligibility_request.hpp"
#include "hal/base/result.hpp"

#include <string>

namespace madoguchi::eligibility::fhir {

// UTF-8. asked_at: now. Only consents that the request holds are told; an item without an entry was
// not offered and is not asked for. Errors: ValueInvalid, as for request files.
[[nodiscard]] Result<std::string> write_fhir_request(const EligibilityRequest& request,
                                                     CivilTime asked_at);

} // namespace madoguchi::eligibility::fhir
