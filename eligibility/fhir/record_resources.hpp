// One person's record as Coverage (JP Core), Patient and the insurer's Organization.
// Source: eligibility interface notes, section 12.
#pragma once

#include "eligibility/fhir/reference.hpp"
#include "eligibility/model/person_record.hpp"
#include "eligibility/oqs/record_reader.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace madoguchi::eligibility::fhir {

struct RecordResources {
    nlohmann::ordered_json patient;
    nlohmann::ordered_json insurer;
    nlohmann::ordered_json coverage; // refers to both as "#patient-SUFFIX" and "#insurer-SUFFIX"
};

// Ids end in that suffix. What has no element in FHIR stands in an extension of the coverage.
[[nodiscard]] RecordResources to_resources(const PersonRecord& record, const std::string& suffix);

// Errors: AnswerUnreadable.
[[nodiscard]] Result<PersonRecord> read_record_resources(const nlohmann::json& coverage,
                                                         const ResourceSet& resources,
                                                         oqs::UnknownElements& unknown);

// {"reference": "#ID"}
[[nodiscard]] nlohmann::ordered_json reference_to(const std::string& id);

// An element that must be there and whose value is not known.
[[nodiscard]] nlohmann::ordered_json not_known();

} // namespace madoguchi::eligibility::fhir
