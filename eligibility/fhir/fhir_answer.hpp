// The answer as a CoverageEligibilityResponse (FHIR R4), the records' resources contained.
// Source: eligibility interface notes, section 12. How each item travels: docs/eligibility-fhir.md.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
#include "hal/base/result.hpp"

#include <string>
#include <string_view>

namespace madoguchi::eligibility::fhir {

// UTF-8. Reading it gives the same answer.
[[nodiscard]] std::string write_fhir_answer(const EligibilityAnswer& answer);

// A CoverageEligibilityResponse with its resources contained, or in a Bundle beside it. Where it
// lacks our extensions, "inforce" and the number of coverages decide about validity: a plain FHIR
// service is understood too. Errors: AnswerUnreadable (anything else, an OperationOutcome also).
[[nodiscard]] Result<EligibilityAnswer> read_fhir_answer(std::string_view json);

} // namespace madoguchi::eligibility::fhir
