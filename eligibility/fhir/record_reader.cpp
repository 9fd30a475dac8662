#include "eligibility/fhir/element_extension.hpp"
#include "eligibility/fhir/names.hpp"
#include "eligibility/fhir/record_resources.hpp"
#include "eligibility/fhir/resource.hpp"
#include "eligibility/fhir/share.hpp"
#include "eligibility/oqs/person_layout.hpp"

namespace madoguchi::eligibility::fhir {

namespace {

using nlohmann::json;

Result<PersonRecord> read_rest(const json& coverage, oqs::UnknownElements& unknown) {
    const json* extension = MADOGUCHI_TRY(extension_of(coverage, names::record_rest));
    if (extension == nullptr) {
        return PersonRecord{};
    }
    pugi::xml_document document;
    const pugi::xml_node root = document.append_child("rest");
    MADOGUCHI_TRY(append_elements(root, *extension));
    return oqs::read_record(root, oqs::person_layout, PersonRecord{}, unknown);
}

// The element of FHIR counts; that the rest says another thing makes the answer unusable.
template <typename Value>
Result<void> settle(Value& member, std::type_identity_t<Result<Value>> read) {
    Value stated = MADOGUCHI_TRY(std::move(read));
    if (stated == Value{}) {
        return {};
    }
    if (!(member == Value{}) && !(member == stated)) {
        return fail(ErrorCode::AnswerUnreadable, "two parts of the FHIR answer contradict");
    }
    member = std::move(stated);
    return {};
}

Result<void> read_names(const json& patient, PersonRecord& record) {
    const json* all = MADOGUCHI_TRY(list_at(patient, "name"));
    if (all == nullptr) {
        return {};
    }
    for (const json& name : *all) {
        const json* extension = MADOGUCHI_TRY(extension_of(name, names::name_representation));
        const std::string representation =
            extension == nullptr ? "IDE" : MADOGUCHI_TRY(text_at(*extension, "valueCode"));
        std::string text = MADOGUCHI_TRY(text_at(name, "text"));
        if (representation == "IDE") {
            MADOGUCHI_TRY(settle(record.name, std::move(text)));
        } else if (representation == "SYL") {
            MADOGUCHI_TRY(settle(record.kana, std::move(text)));
        }
    }
    return {};
}

Result<void> read_patient(const json& patient, PersonRecord& record) {
    MADOGUCHI_TRY(read_names(patient, record));
    const std::string gender = MADOGUCHI_TRY(text_at(patient, "gender"));
    if (gender == "male" || gender == "female") {
        const Coded<Sex> sex =
            gender == "male" ? Coded<Sex>{"1", Sex::Male} : Coded<Sex>{"2", Sex::Female};
        MADOGUCHI_TRY(settle(record.printed_sex, sex));
    }
    MADOGUCHI_TRY(settle(record.birth_date, date_at(patient, "birthDate")));
    const json* addresses = MADOGUCHI_TRY(list_at(patient, "address"));
    if (addresses != nullptr && !addresses->empty()) {
        const json& address = addresses->front();
        MADOGUCHI_TRY(settle(record.address, text_at(address, "text")));
        MADOGUCHI_TRY(settle(record.post_number, text_at(address, "postalCode")));
    }
    return {};
}

Result<void> read_insurer(const json& coverage, const ResourceSet& resources,
                          PersonRecord& record) {
    const json* payors = MADOGUCHI_TRY(list_at(coverage, "payor"));
    if (payors == nullptr || payors->empty()) {
        return {};
    }
    const json wrapped{{"payor", payors->front()}};
    const json* insurer = MADOGUCHI_TRY(resources.follow(wrapped, "payor", "Organization"));
    if (insurer == nullptr) {
        return {};
    }
    const char* system = record.is_medical_aid() ? names::aid_payer_number : names::insurer_number;
    MADOGUCHI_TRY(settle(record.insurance.insurer_number, identifier_of(*insurer, system)));
    return settle(record.insurer_name, text_at(*insurer, "name"));
}

Result<void> read_numbers(const json& coverage, InsuranceIdentity& insurance) {
    MADOGUCHI_TRY(settle(insurance.symbol, extension_text(coverage, names::symbol)));
    MADOGUCHI_TRY(settle(insurance.number, extension_text(coverage, names::number)));
    std::string branch = MADOGUCHI_TRY(extension_text(coverage, names::branch));
    if (branch.empty()) {
        branch = MADOGUCHI_TRY(text_at(coverage, "dependent"));
    }
    return settle(insurance.branch, std::move(branch));
}

Result<void> read_relation(const json& coverage, PersonRecord& record) {
    const json* relation = MADOGUCHI_TRY(object_at(coverage, "relationship"));
    const json* codings =
        relation == nullptr ? nullptr : MADOGUCHI_TRY(list_at(*relation, "coding"));
    if (codings != nullptr) {
        for (const json& coding : *codings) {
            if (MADOGUCHI_TRY(text_at(coding, "system")) == names::relation) {
                const std::string code = MADOGUCHI_TRY(text_at(coding, "code"));
                return settle(record.relation, oqs::interpret<FamilyRelation>(code));
            }
        }
    }
    return {};
}

Result<void> read_period(const json& coverage, PersonRecord& record) {
    const json* period = MADOGUCHI_TRY(object_at(coverage, "period"));
    if (period == nullptr) {
        return {};
    }
    const auto start = MADOGUCHI_TRY(date_at(*period, "start"));
    const auto end = MADOGUCHI_TRY(date_at(*period, "end"));
    if ((start && !start->ok()) || (end && !end->ok())) {
        return fail(ErrorCode::AnswerUnreadable, "a period of the FHIR answer has no whole days");
    }
    MADOGUCHI_TRY(settle(record.valid_from, start));
    return settle(record.valid_to, end);
}

} // namespace

Result<PersonRecord> read_record_resources(const json& coverage, const ResourceSet& resources,
                                           oqs::UnknownElements& unknown) {
    PersonRecord record = MADOGUCHI_TRY(read_rest(coverage, unknown));
    const json* patient = MADOGUCHI_TRY(resources.follow(coverage, "beneficiary", "Patient"));
    if (patient == nullptr) {
        return fail(ErrorCode::AnswerUnreadable,
                    "a Coverage of the FHIR answer does not say whose it is");
    }
    MADOGUCHI_TRY(read_patient(*patient, record));
    MADOGUCHI_TRY(read_insurer(coverage, resources, record));
    MADOGUCHI_TRY(read_numbers(coverage, record.insurance));
    MADOGUCHI_TRY(read_relation(coverage, record));
    MADOGUCHI_TRY(read_period(coverage, record));
    MADOGUCHI_TRY(settle(record.copay_percent, read_share(coverage)));
    return record;
}

} // namespace madoguchi::eligibility::fhir
