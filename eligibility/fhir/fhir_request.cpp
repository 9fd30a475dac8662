#include "eligibility/fhir/fhir_request.hpp"

#include "eligibility/fhir/names.hpp"
#include "eligibility/fhir/record_resources.hpp"
#include "eligibility/fhir/resource.hpp"
#include "eligibility/oqs/code_tables.hpp"
#include "eligibility/oqs/request_checks.hpp"

namespace madoguchi::eligibility::fhir {

namespace {

using Json = nlohmann::ordered_json;

Json consent_extension(const Consent& consent) {
    Json parts = Json::array({{{"url", "item"}, {"valueCode", name_of(consent.item)}},
                              {{"url", "answer"}, {"valueCode", oqs::spell(consent.answer)}}});
    if (consent.given_at) {
        parts.push_back({{"url", "at"}, {"valueDateTime", spell_time(*consent.given_at)}});
    }
    return {{"url", names::consent}, {"extension", std::move(parts)}};
}

PersonRecord record_asked_for(const EligibilityRequest& request) {
    PersonRecord record;
    record.insurance = request.insurance;
    record.birth_date = request.birth_date;
    return record;
}

Json identified(const char* system, const std::string& value) {
    return {{"system", system}, {"value", value}};
}

Json request_resource(const EligibilityRequest& request, CivilTime asked_at) {
    const RecordResources asked = to_resources(record_asked_for(request), "1");
    Json resource{{"resourceType", "CoverageEligibilityRequest"},
                  {"contained", Json::array({asked.patient, asked.insurer, asked.coverage})}};
    for (const Consent& consent : request.consents) {
        resource["extension"].push_back(consent_extension(consent));
    }
    resource.update(
        {{"identifier", Json::array({identified(names::session, request.session_id)})},
         {"status", "active"},
         {"purpose", Json::array({"validation"})},
         {"patient", reference_to("patient-1")},
         {"servicedDate", spell_date(request.date)},
         {"created", spell_time(asked_at)},
         {"provider", {{"identifier", identified(names::facility_code, request.facility_code)}}},
         {"insurer", reference_to("insurer-1")},
         {"insurance", Json::array({{{"coverage", reference_to("coverage-1")}}})}});
    return resource;
}

} // namespace

Result<std::string> write_fhir_request(const EligibilityRequest& request, CivilTime asked_at) {
    MADOGUCHI_TRY(oqs::check_sender(request.session_id, request.facility_code));
    MADOGUCHI_TRY(oqs::check_insurance(request.insurance));
    if (!request.date.ok() || !request.birth_date.ok()) {
        return fail(ErrorCode::ValueInvalid, "the request needs a whole date and birth date");
    }
    return request_resource(request, asked_at).dump();
}

} // namespace madoguchi::eligibility::fhir
