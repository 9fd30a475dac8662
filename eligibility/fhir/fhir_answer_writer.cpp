#include "eligibility/fhir/element_extension.hpp"
#include "eligibility/fhir/fhir_answer.hpp"
#include "eligibility/fhir/names.hpp"
#include "eligibility/fhir/record_resources.hpp"
#include "eligibility/fhir/resource.hpp"
#include "eligibility/oqs/answer_layout.hpp"
#include "eligibility/oqs/record_writer.hpp"

namespace madoguchi::eligibility::fhir {

namespace {

using Json = nlohmann::ordered_json;

// What the response's own elements do not carry, by the layouts of the files.
Json rest_of(const EligibilityAnswer& answer) {
    EligibilityAnswer rest = answer;
    rest.processed_at.reset();
    rest.confirmation_date.reset();
    rest.facility_code.clear();
    rest.session_id.clear();
    rest.result_message.clear();
    rest.persons.clear();
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("rest");
    oqs::write_record(root.append_child("MessageHeader"), oqs::answer_header_layout, rest);
    oqs::write_record(root.append_child("MessageBody"), oqs::answer_body_layout, rest);
    return to_extension(names::answer_rest, root);
}

const char* outcome_of(const Coded<ResultSegment>& segment) {
    if (segment.means(ResultSegment::Normal)) {
        return "complete";
    }
    return segment.means(ResultSegment::Pending) ? "queued" : "error";
}

Json error_of(const EligibilityAnswer& answer) {
    Json code = Json::object();
    if (!answer.error_code.empty()) {
        code["coding"] =
            Json::array({{{"system", names::error_code}, {"code", answer.error_code}}});
    }
    if (!answer.error_message.empty()) {
        code["text"] = answer.error_message;
    }
    return {{"code", code.empty() ? not_known() : code}};
}

void add_identity(Json& response, const EligibilityAnswer& answer) {
    const auto identifier = [](const char* system, const std::string& value) {
        return value.empty() ? not_known()
                             : Json{{"identifier", {{"system", system}, {"value", value}}}};
    };
    if (answer.confirmation_date) {
        response["servicedDate"] = spell_date(*answer.confirmation_date);
    }
    if (answer.processed_at) {
        response["created"] = spell_time(*answer.processed_at);
    } else {
        response["_created"] = not_known();
    }
    if (!answer.facility_code.empty()) {
        response["requestor"] = identifier(names::facility_code, answer.facility_code);
    }
    response["request"] = identifier(names::session, answer.session_id);
}

struct Records {
    Json contained = Json::array();
    Json insurance = Json::array();
};

Records records_of(const EligibilityAnswer& answer) {
    Records records;
    for (std::size_t index = 0; index < answer.persons.size(); ++index) {
        const std::string suffix = std::to_string(index + 1);
        RecordResources made = to_resources(answer.persons[index], suffix);
        records.contained.push_back(std::move(made.patient));
        records.contained.push_back(std::move(made.insurer));
        records.contained.push_back(std::move(made.coverage));
        records.insurance.push_back(
            {{"coverage", reference_to("coverage-" + suffix)},
             {"inforce", answer.validity.means(QualificationValidity::Valid)}});
    }
    return records;
}

} // namespace

std::string write_fhir_answer(const EligibilityAnswer& answer) {
    Json response{{"resourceType", "CoverageEligibilityResponse"}};
    Records records = records_of(answer);
    if (!records.contained.empty()) {
        response["contained"] = std::move(records.contained);
    }
    if (Json rest = rest_of(answer); !rest.is_null()) {
        response["extension"] = Json::array({std::move(rest)});
    }
    response["status"] = "active";
    response["purpose"] = Json::array({"validation"});
    response["patient"] = answer.persons.empty() ? not_known() : reference_to("patient-1");
    add_identity(response, answer);
    response["outcome"] = outcome_of(answer.segment);
    if (!answer.result_message.empty()) {
        response["disposition"] = answer.result_message;
    }
    response["insurer"] = answer.persons.empty() ? not_known() : reference_to("insurer-1");
    if (!records.insurance.empty()) {
        response["insurance"] = std::move(records.insurance);
    }
    if (answer.segment.means(ResultSegment::Abnormal)) {
        response["error"] = Json::array({error_of(answer)});
    }
    return response.dump(2) + "\n";
}

} // namespace madoguchi::eligibility::fhir
