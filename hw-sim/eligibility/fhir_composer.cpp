#include "hw-sim/eligibility/fhir_composer.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace madoguchi::sim {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* extension_base =
    "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPerson";
// The bridge's own identifiers, agreed on with who asks it.
constexpr const char* own = "urn:oid:2.25.326230494382308831294106326709617418431.";

// Takes a child's text out of the tree; empty when there is none.
std::string take(XmlElement& element, std::string_view name) {
    const auto at = std::find_if(element.children.begin(), element.children.end(),
                                 [&](const XmlElement& child) { return child.name == name; });
    if (at == element.children.end()) {
        return {};
    }
    std::string text = std::move(at->text);
    element.children.erase(at);
    return text;
}

const XmlElement* find(const XmlElement& element, std::string_view name) {
    const auto at = std::find_if(element.children.begin(), element.children.end(),
                                 [&](const XmlElement& child) { return child.name == name; });
    return at == element.children.end() ? nullptr : &*at;
}

Json extension(const std::string& url, const XmlElement& element) {
    if (element.children.empty()) {
        return {{"url", url}, {"valueString", element.text}};
    }
    Json children = Json::array();
    for (const XmlElement& child : element.children) {
        if (!child.children.empty() || !child.text.empty()) {
            children.push_back(extension(child.name, child));
        }
    }
    return {{"url", url}, {"extension", children}};
}

std::string hyphenated(const std::string& date) {
    return date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6, 2);
}

std::string instant(const std::string& time) {
    return hyphenated(time) + "T" + time.substr(8, 2) + ":" + time.substr(10, 2) + ":" +
           time.substr(12, 2) + "+09:00";
}

Json unknown() {
    return {{"extension",
             Json::array({{{"url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason"},
                           {"valueCode", "unknown"}}})}};
}

Json reference(const std::string& id) {
    return {{"reference", "#" + id}};
}

Json human_name(const std::string& text, const char* representation) {
    return {{"extension", Json::array({{{"url", "http://hl7.org/fhir/StructureDefinition/"
                                                "iso21090-EN-representation"},
                                        {"valueCode", representation}}})},
            {"text", text}};
}

Json patient(XmlElement& record, const std::string& id) {
    Json made{{"resourceType", "Patient"}, {"id", id}};
    if (const std::string name = take(record, "Name"); !name.empty()) {
        made["name"].push_back(human_name(name, "IDE"));
    }
    if (const std::string kana = take(record, "NameKana"); !kana.empty()) {
        made["name"].push_back(human_name(kana, "SYL"));
    }
    if (const std::string birth = take(record, "Birthdate"); !birth.empty()) {
        made["birthDate"] = hyphenated(birth);
    }
    if (const XmlElement* sex = find(record, "Sex1"); sex != nullptr && sex->text < "3") {
        made["gender"] = sex->text == "1" ? "male" : "female";
    }
    if (const std::string address = take(record, "Address"); !address.empty()) {
        made["address"] = Json::array({{{"text", address}}});
    }
    return made;
}

Json insurer(XmlElement& record, const std::string& id) {
    const XmlElement* kind = find(record, "InsuredCardClassification");
    const bool aid = kind != nullptr && kind->text == "A1";
    std::string number = take(record, "InsurerNumber");
    if (number.size() == 8 && number.starts_with("00")) {
        number.erase(0, 2);
    }
    return {{"resourceType", "Organization"},
            {"id", id},
            {"identifier", Json::array({{{"system", aid ? "urn:oid:1.2.392.100495.20.3.71"
                                                        : "urn:oid:1.2.392.100495.20.3.61"},
                                         {"value", number}}})},
            {"name", take(record, "InsurerName")}};
}

Json coverage(XmlElement record, const std::string& suffix) {
    Json made{{"resourceType", "Coverage"}, {"id", "coverage-" + suffix}};
    for (const auto& [part, element] : {std::pair{"Symbol", "InsuredCardSymbol"},
                                        std::pair{"Number", "InsuredIdentificationNumber"},
                                        std::pair{"SubNumber", "InsuredBranchNumber"}}) {
        if (const std::string text = take(record, element); !text.empty()) {
            made["extension"].push_back(
                {{"url", std::string(extension_base) + part}, {"valueString", text}});
        }
    }
    made["status"] = "active";
    made["beneficiary"] = reference("patient-" + suffix);
    made["payor"] = Json::array({reference("insurer-" + suffix)});
    if (const std::string start = take(record, "InsuredCardValidDate"); !start.empty()) {
        made["period"] = {{"start", hyphenated(start)}};
    }
    made["extension"].push_back(extension(std::string(own) + "5", record));
    return made;
}

const char* outcome(const std::string& segment) {
    return segment == "1" ? "complete" : segment == "2" ? "queued" : "error";
}

void add_records(Json& response, const XmlElement* list, bool in_force) {
    if (list == nullptr) {
        return;
    }
    for (std::size_t index = 0; index < list->children.size(); ++index) {
        XmlElement record = list->children[index];
        const std::string suffix = std::to_string(index + 1);
        response["contained"].push_back(patient(record, "patient-" + suffix));
        response["contained"].push_back(insurer(record, "insurer-" + suffix));
        response["contained"].push_back(coverage(std::move(record), suffix));
        response["insurance"].push_back(
            {{"coverage", reference("coverage-" + suffix)}, {"inforce", in_force}});
    }
}

std::string text_of(const XmlElement& element, std::string_view name) {
    const XmlElement* found = find(element, name);
    return found == nullptr ? std::string() : found->text;
}

void add_header(Json& response, XmlElement& header) {
    response["created"] = instant(take(header, "ProcessExecutionTime"));
    response["servicedDate"] = hyphenated(take(header, "QualificationConfirmationDate"));
    response["requestor"] = {
        {"identifier",
         {{"system", "http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no"},
          {"value", take(header, "MedicalInstitutionCode")}}}};
    response["request"] = {
        {"identifier",
         {{"system", std::string(own) + "1"}, {"value", take(header, "ArbitraryFileIdentifier")}}}};
    response["outcome"] = outcome(text_of(header, "SegmentOfResult"));
}

} // namespace

std::string fhir_answer(const XmlElement& message) {
    XmlElement header = *find(message, "MessageHeader");
    XmlElement body = *find(message, "MessageBody");
    Json response{{"resourceType", "CoverageEligibilityResponse"},
                  {"contained", Json::array()},
                  {"status", "active"},
                  {"purpose", Json::array({"validation"})}};
    add_records(response, find(body, "ResultList"), text_of(body, "QualificationValidity") == "1");
    const bool has_records = !response["contained"].empty();
    response["patient"] = has_records ? reference("patient-1") : unknown();
    response["insurer"] = has_records ? reference("insurer-1") : unknown();
    if (!has_records) {
        response.erase("contained");
    }
    add_header(response, header);
    if (const std::string note = take(body, "ProcessingResultMessage"); !note.empty()) {
        response["disposition"] = note;
    }
    if (response["outcome"] == "error") {
        response["error"] = Json::array({{{"code", {{"text", text_of(header, "ErrorMessage")}}}}});
    }
    take(body, "ResultList");
    response["extension"] =
        Json::array({extension(std::string(own) + "4", {"rest", "", {header, body}})});
    return response.dump();
}

std::string fhir_capability_statement() {
    return Json{{"resourceType", "CapabilityStatement"},
                {"status", "active"},
                {"date", "2026-11-20"},
                {"kind", "instance"},
                {"fhirVersion", "4.0.1"},
                {"format", Json::array({"json"})},
                {"implementation", {{"description", "simulated eligibility service"}}}}
        .dump();
}

std::string fhir_refusal(const char* diagnostics) {
    return Json{
        {"resourceType", "OperationOutcome"},
        {"issue",
         Json::array({{{"severity", "error"}, {"code", "invalid"}, {"diagnostics", diagnostics}}})}}
        .dump();
}

} // namespace madoguchi::sim
