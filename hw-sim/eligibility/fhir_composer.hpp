// An answer tree as CoverageEligibilityResponse. Source: HL7 FHIR R4, JP Core; eligibility
// interface notes, section 12. What FHIR lacks goes into nested extensions named as the tree's
// elements.
#pragma once

#include "hw-sim/eligibility/service_request.hpp"
#include "hw-sim/eligibility/xml_element.hpp"

#include <string>

namespace madoguchi::sim {

// message: XmlMsg, as answer_message makes it.
[[nodiscard]] std::string fhir_answer(const XmlElement& message);

// The service's own statement of what it can do.
[[nodiscard]] std::string fhir_capability_statement();

// OperationOutcome with one issue.
[[nodiscard]] std::string fhir_refusal(const char* diagnostics);

} // namespace madoguchi::sim
