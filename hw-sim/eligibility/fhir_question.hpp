// A CoverageEligibilityRequest as the service reads it. Source: HL7 FHIR R4, JP Core; eligibility
// interface notes, section 12.
#pragma once

#include "hw-sim/eligibility/service_request.hpp"

#include <string_view>

namespace madoguchi::sim {

// Errors: SyntaxInvalid (no JSON), ValueInvalid (something that the service needs is missing).
[[nodiscard]] Result<ServiceRequest> read_fhir_question(std::string_view json);

} // namespace madoguchi::sim
