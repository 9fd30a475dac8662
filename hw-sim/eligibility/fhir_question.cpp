#include "hw-sim/eligibility/fhir_question.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace madoguchi::sim {

namespace {

using nlohmann::json;
using Path = json::json_pointer;

constexpr const char* extension_base =
    "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPerson";

std::string text(const json& document, const char* path) {
    const json value = document.value(Path(path), json());
    return value.is_string() ? value.get<std::string>() : std::string();
}

// The contained resource that the reference at that path names.
json referred(const json& request, const char* path) {
    const std::string reference = text(request, path);
    for (const json& resource : request.value("contained", json::array())) {
        if (resource.is_object() && "#" + resource.value("id", "") == reference) {
            return resource;
        }
    }
    return json::object();
}

std::string number_part(const json& coverage, const char* part) {
    for (const json& extension : coverage.value("extension", json::array())) {
        if (text(extension, "/url") == std::string(extension_base) + part) {
            return text(extension, "/valueString");
        }
    }
    return {};
}

std::string without_hyphens(std::string date) {
    date.erase(std::remove(date.begin(), date.end(), '-'), date.end());
    return date;
}

// "1" or "0"; empty where it was not asked for.
std::string high_cost_consent(const json& request) {
    for (const json& extension : request.value("extension", json::array())) {
        std::string item;
        std::string answer;
        for (const json& part : extension.value("extension", json::array())) {
            (text(part, "/url") == "item" ? item : answer) =
                text(part, "/url") == "at" ? answer : text(part, "/valueCode");
        }
        if (item == "high_cost") {
            return answer;
        }
    }
    return {};
}

} // namespace

Result<ServiceRequest> read_fhir_question(std::string_view document) {
    const json request = json::parse(document, nullptr, false);
    if (!request.is_object()) {
        return fail(ErrorCode::SyntaxInvalid, "the question is not JSON");
    }
    const json coverage = referred(request, "/insurance/0/coverage/reference");
    const json patient = referred(request, "/patient/reference");
    const json insurer = referred(request, "/insurer/reference");
    ServiceRequest read{
        .date = without_hyphens(text(request, "/servicedDate")),
        .facility_code = text(request, "/provider/identifier/value"),
        .identifier = text(request, "/identifier/0/value"),
        .insurer_number = text(insurer, "/identifier/0/value"),
        .symbol = number_part(coverage, "Symbol"),
        .number = number_part(coverage, "Number"),
        .branch = number_part(coverage, "SubNumber"),
        .birth_date = without_hyphens(text(patient, "/birthDate")),
        .high_cost_consent = high_cost_consent(request),
    };
    if (text(request, "/resourceType") != "CoverageEligibilityRequest" || read.date.size() != 8 ||
        read.facility_code.size() != 10 || read.identifier.empty() || read.insurer_number.empty() ||
        read.number.empty() || read.birth_date.size() != 8) {
        return fail(ErrorCode::ValueInvalid, "the question lacks something that it must state");
    }
    return read;
}

} // namespace madoguchi::sim
