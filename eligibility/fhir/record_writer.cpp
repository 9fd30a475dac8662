#include "eligibility/oqs/record_writer.hpp"

#include "eligibility/fhir/element_extension.hpp"
#include "eligibility/fhir/names.hpp"
#include "eligibility/fhir/record_resources.hpp"
#include "eligibility/fhir/resource.hpp"
#include "eligibility/fhir/share.hpp"
#include "eligibility/oqs/person_layout.hpp"

#include <utility>

namespace madoguchi::eligibility::fhir {

namespace {

using Json = nlohmann::ordered_json;

// Takes a text out of the rest: what is written in an element of FHIR is not written again.
std::string taken(std::string& text) {
    return std::exchange(text, {});
}

Json identifiers(const char* system, const std::string& value) {
    return Json::array({{{"system", system}, {"value", value}}});
}

Json human_name(const std::string& text, const char* representation) {
    return {{"extension",
             Json::array({{{"url", names::name_representation}, {"valueCode", representation}}})},
            {"use", "official"},
            {"text", text}};
}

void add_extension(Json& element, const char* url, const std::string& text) {
    if (!text.empty()) {
        element["extension"].push_back({{"url", url}, {"valueString", text}});
    }
}

// As long as a FHIR date can be: a day without its month has no place there.
bool fits_a_fhir_date(CivilDate date) {
    return date.month() != std::chrono::month{0} || date.day() == std::chrono::day{0};
}

void add_gender(Json& patient, Coded<Sex>& sex) {
    if (sex.means(Sex::Male) || sex.means(Sex::Female)) {
        patient["gender"] = sex.means(Sex::Male) ? "male" : "female";
        sex = {};
    }
}

void add_address(Json& patient, PersonRecord& rest) {
    Json address = Json::object();
    if (!rest.address.empty()) {
        address["text"] = taken(rest.address);
    }
    if (!rest.post_number.empty()) {
        address["postalCode"] = taken(rest.post_number);
    }
    if (!address.empty()) {
        patient["address"] = Json::array({address});
    }
}

Json patient_of(PersonRecord& rest, const std::string& id) {
    Json patient{{"resourceType", "Patient"}, {"id", id}};
    Json named = Json::array();
    if (!rest.name.empty()) {
        named.push_back(human_name(taken(rest.name), "IDE"));
    }
    if (!rest.kana.empty()) {
        named.push_back(human_name(taken(rest.kana), "SYL"));
    }
    if (!named.empty()) {
        patient["name"] = named;
    }
    add_gender(patient, rest.printed_sex);
    if (rest.birth_date && fits_a_fhir_date(*rest.birth_date)) {
        patient["birthDate"] = spell_date(*rest.birth_date);
        rest.birth_date.reset();
    }
    add_address(patient, rest);
    return patient;
}

Json insurer_of(PersonRecord& rest, const std::string& id) {
    Json insurer{{"resourceType", "Organization"}, {"id", id}};
    const char* system = rest.is_medical_aid() ? names::aid_payer_number : names::insurer_number;
    if (!rest.insurance.insurer_number.empty()) {
        insurer["identifier"] = identifiers(system, taken(rest.insurance.insurer_number));
    }
    if (!rest.insurer_name.empty()) {
        insurer["name"] = taken(rest.insurer_name);
    }
    return insurer;
}

void add_numbers(Json& coverage, InsuranceIdentity& insurance) {
    if (!insurance.symbol.empty() && !insurance.number.empty()) {
        coverage["subscriberId"] = insurance.symbol + ":" + insurance.number;
    }
    add_extension(coverage, names::symbol, taken(insurance.symbol));
    add_extension(coverage, names::number, taken(insurance.number));
    if (!insurance.branch.empty()) {
        coverage["dependent"] = insurance.branch;
    }
    add_extension(coverage, names::branch, taken(insurance.branch));
}

void add_period(Json& coverage, PersonRecord& rest) {
    Json period = Json::object();
    if (rest.valid_from) {
        period["start"] = spell_date(*std::exchange(rest.valid_from, {}));
    }
    if (rest.valid_to) {
        period["end"] = spell_date(*std::exchange(rest.valid_to, {}));
    }
    if (!period.empty()) {
        coverage["period"] = period;
    }
}

void add_relation(Json& coverage, Coded<FamilyRelation>& relation) {
    if (relation.meaning) {
        coverage["relationship"] = {{"coding", Json::array({{{"system", names::relation},
                                                             {"code", oqs::spell(relation)}}})}};
        relation = {};
    }
}

void add_share(Json& coverage, std::string& copay_percent) {
    if (const auto percent = percent_of(copay_percent)) {
        coverage["costToBeneficiary"] = Json::array({share_element(*percent)});
        copay_percent.clear();
    }
}

void add_rest(Json& coverage, const PersonRecord& rest) {
    pugi::xml_document document;
    const pugi::xml_node root = document.append_child("rest");
    oqs::write_record(root, oqs::person_layout, rest);
    Json extension = to_extension(names::record_rest, root);
    if (!extension.is_null()) {
        coverage["extension"].push_back(std::move(extension));
    }
}

} // namespace

Json reference_to(const std::string& id) {
    return {{"reference", "#" + id}};
}

Json not_known() {
    return {
        {"extension", Json::array({{{"url", names::absent_reason}, {"valueCode", "unknown"}}})}};
}

RecordResources to_resources(const PersonRecord& record, const std::string& suffix) {
    PersonRecord rest = record;
    const std::string patient_id = "patient-" + suffix;
    const std::string insurer_id = "insurer-" + suffix;
    RecordResources made{patient_of(rest, patient_id), insurer_of(rest, insurer_id), {}};
    Json coverage{{"resourceType", "Coverage"}, {"id", "coverage-" + suffix}};
    coverage["extension"] = Json::array();
    coverage["status"] = "active";
    add_numbers(coverage, rest.insurance);
    coverage["beneficiary"] = reference_to(patient_id);
    add_relation(coverage, rest.relation);
    add_period(coverage, rest);
    coverage["payor"] = Json::array({reference_to(insurer_id)});
    add_share(coverage, rest.copay_percent);
    add_rest(coverage, rest);
    if (coverage["extension"].empty()) {
        coverage.erase("extension");
    }
    made.coverage = std::move(coverage);
    return made;
}

} // namespace madoguchi::eligibility::fhir
