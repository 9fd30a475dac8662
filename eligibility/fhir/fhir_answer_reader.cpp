#include "eligibility/fhir/element_extension.hpp"
#include "eligibility/fhir/fhir_answer.hpp"
#include "eligibility/fhir/names.hpp"
#include "eligibility/fhir/record_resources.hpp"
#include "eligibility/fhir/resource.hpp"
#include "eligibility/oqs/answer_layout.hpp"

#include <algorithm>

namespace madoguchi::eligibility::fhir {

namespace {

using nlohmann::json;

constexpr std::size_t person_limit = 100;

Result<EligibilityAnswer> read_rest(const json& response, oqs::UnknownElements& unknown) {
    const json* extension = MADOGUCHI_TRY(extension_of(response, names::answer_rest));
    if (extension == nullptr) {
        return EligibilityAnswer{};
    }
    pugi::xml_document document;
    const pugi::xml_node root = document.append_child("rest");
    MADOGUCHI_TRY(append_elements(root, *extension));
    EligibilityAnswer answer = MADOGUCHI_TRY(oqs::read_record(
        root.child("MessageHeader"), oqs::answer_header_layout, EligibilityAnswer{}, unknown));
    return oqs::read_record(root.child("MessageBody"), oqs::answer_body_layout, std::move(answer),
                            unknown);
}

// The value of the identifier in a Reference; empty where there is none of that system.
Result<std::string> identified(const json& response, const char* key, const char* system) {
    const json* reference = MADOGUCHI_TRY(object_at(response, key));
    const json* identifier =
        reference == nullptr ? nullptr : MADOGUCHI_TRY(object_at(*reference, "identifier"));
    if (identifier == nullptr) {
        return std::string();
    }
    const std::string stated = MADOGUCHI_TRY(text_at(*identifier, "system"));
    return stated == system ? text_at(*identifier, "value") : Result<std::string>(std::string());
}

Result<void> read_identity(const json& response, EligibilityAnswer& answer) {
    answer.processed_at = MADOGUCHI_TRY(time_at(response, "created"));
    answer.confirmation_date = MADOGUCHI_TRY(date_at(response, "servicedDate"));
    answer.session_id = MADOGUCHI_TRY(identified(response, "request", names::session));
    answer.facility_code = MADOGUCHI_TRY(identified(response, "requestor", names::facility_code));
    answer.result_message = MADOGUCHI_TRY(text_at(response, "disposition"));
    return {};
}

Result<ResultSegment> segment_of(const json& response) {
    const std::string outcome = MADOGUCHI_TRY(text_at(response, "outcome"));
    if (outcome == "complete" || outcome == "partial") {
        return ResultSegment::Normal;
    }
    if (outcome == "queued") {
        return ResultSegment::Pending;
    }
    if (outcome == "error") {
        return ResultSegment::Abnormal;
    }
    return fail(ErrorCode::AnswerUnreadable, "the FHIR answer states no outcome that FHIR has");
}

Result<void> read_error(const json& response, EligibilityAnswer& answer) {
    const json* errors = MADOGUCHI_TRY(list_at(response, "error"));
    const json* code = errors == nullptr || errors->empty()
                           ? nullptr
                           : MADOGUCHI_TRY(object_at(errors->front(), "code"));
    if (code == nullptr || !answer.error_code.empty() || !answer.error_message.empty()) {
        return {};
    }
    answer.error_message = MADOGUCHI_TRY(text_at(*code, "text"));
    const json* codings = MADOGUCHI_TRY(list_at(*code, "coding"));
    if (codings != nullptr && !codings->empty()) {
        answer.error_code = MADOGUCHI_TRY(text_at(codings->front(), "code"));
    }
    return {};
}

Result<void> settle_segment(const json& response, EligibilityAnswer& answer) {
    const ResultSegment stated = MADOGUCHI_TRY(segment_of(response));
    if (answer.segment.is_absent()) {
        answer.segment = {oqs::spell(Coded<ResultSegment>{"", stated}), stated};
    }
    const bool unknown_code = !answer.segment.meaning && stated == ResultSegment::Abnormal;
    if (!answer.segment.means(stated) && !unknown_code) {
        return fail(ErrorCode::AnswerUnreadable, "two parts of the FHIR answer contradict");
    }
    return {};
}

struct Insurances {
    bool all_in_force = true;
    bool any_in_force = false;
    bool all_say_so = true; // whether in force or not
};

Result<Insurances> read_records(const json& response, const ResourceSet& resources,
                                EligibilityAnswer& answer, oqs::UnknownElements& unknown) {
    Insurances seen;
    const json* insurances = MADOGUCHI_TRY(list_at(response, "insurance"));
    if (insurances == nullptr) {
        return seen;
    }
    if (insurances->size() > person_limit) {
        return fail(ErrorCode::AnswerUnreadable, "the FHIR answer has more records than any");
    }
    for (const json& insurance : *insurances) {
        const json* coverage = MADOGUCHI_TRY(resources.follow(insurance, "coverage", "Coverage"));
        if (coverage == nullptr) {
            return fail(ErrorCode::AnswerUnreadable, "the FHIR answer lacks a Coverage it names");
        }
        answer.persons.push_back(
            MADOGUCHI_TRY(read_record_resources(*coverage, resources, unknown)));
        const json in_force = insurance.value("inforce", json());
        seen.all_say_so = seen.all_say_so && in_force.is_boolean();
        seen.all_in_force = seen.all_in_force && in_force == true;
        seen.any_in_force = seen.any_in_force || in_force == true;
    }
    return seen;
}

// Of a service that does not speak of 資格有効性 itself.
void derive_validity(const Insurances& seen, EligibilityAnswer& answer) {
    answer.status = {"1", ProcessingStatus::Normal};
    QualificationValidity validity = QualificationValidity::None;
    if (!answer.persons.empty()) {
        if (!seen.all_say_so) {
            return; // nothing to rely on: the outcome is "unreadable"
        }
        validity =
            seen.any_in_force ? QualificationValidity::Valid : QualificationValidity::Invalid;
    }
    answer.validity = {oqs::spell(Coded<QualificationValidity>{"", validity}), validity};
}

Result<void> settle_validity(bool speaks_ours, const Insurances& seen, EligibilityAnswer& answer) {
    if (!answer.segment.means(ResultSegment::Normal)) {
        return {};
    }
    if (!speaks_ours) {
        derive_validity(seen, answer);
        return {};
    }
    const bool is_valid = answer.validity.means(QualificationValidity::Valid);
    if (is_valid ? !seen.all_in_force : seen.any_in_force) {
        return fail(ErrorCode::AnswerUnreadable, "two parts of the FHIR answer contradict");
    }
    return {};
}

} // namespace

Result<EligibilityAnswer> read_fhir_answer(std::string_view text) {
    const json answer_json = MADOGUCHI_TRY(read_json(text));
    const ResourceSet resources = MADOGUCHI_TRY(ResourceSet::of(answer_json));
    const json* response = MADOGUCHI_TRY(resources.only("CoverageEligibilityResponse"));
    if (response == nullptr) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the answer is no CoverageEligibilityResponse of FHIR R4");
    }
    oqs::UnknownElements unknown;
    EligibilityAnswer answer = MADOGUCHI_TRY(read_rest(*response, unknown));
    MADOGUCHI_TRY(read_identity(*response, answer));
    MADOGUCHI_TRY(settle_segment(*response, answer));
    MADOGUCHI_TRY(read_error(*response, answer));
    const Insurances seen = MADOGUCHI_TRY(read_records(*response, resources, answer, unknown));
    const bool speaks_ours = MADOGUCHI_TRY(extension_of(*response, names::answer_rest)) != nullptr;
    MADOGUCHI_TRY(settle_validity(speaks_ours, seen, answer));
    answer.unknown_elements = unknown.names();
    return answer;
}

} // namespace madoguchi::eligibility::fhir
