#include "hw-sim/eligibility/service_request.hpp"

#include "hw-sim/eligibility/japanese_text.hpp"

#include <pugixml.hpp>

namespace madoguchi::sim {

namespace {

constexpr std::size_t insurer_number_width = 8;

std::string utf8_text(std::string_view file) {
    const std::string_view head = file.substr(0, file.find("?>"));
    return head.find("Shift_JIS") == std::string_view::npos ? std::string(file) : from_cp932(file);
}

// Left filling is a space or, at some sites, 00 before six digits.
std::string without_filling(const std::string& number) {
    const std::size_t begin = number.find_first_not_of(' ');
    const std::string text = begin == std::string::npos ? std::string() : number.substr(begin);
    return text.size() == insurer_number_width && text.starts_with("00") ? text.substr(2) : text;
}

bool is_complete(const ServiceRequest& request, const std::string& padded_insurer_number) {
    return request.date.size() == 8 && request.facility_code.size() == 10 &&
           padded_insurer_number.size() == insurer_number_width && !request.number.empty() &&
           request.birth_date.size() == 8;
}

} // namespace

Result<ServiceRequest> read_service_request(std::string_view file) {
    const std::string text = utf8_text(file);
    pugi::xml_document document;
    if (!document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8)) {
        return fail(ErrorCode::SyntaxInvalid, "the request is not XML");
    }
    const pugi::xml_node header = document.child("XmlMsg").child("MessageHeader");
    const pugi::xml_node search =
        document.child("XmlMsg").child("MessageBody").child("QualificationConfirmSearchInfo");
    const std::string insurer_number = search.child_value("InsurerNumber");
    ServiceRequest request{
        .date = header.child_value("QualificationConfirmationDate"),
        .facility_code = header.child_value("MedicalInstitutionCode"),
        .identifier = header.child_value("ArbitraryFileIdentifier"),
        .insurer_number = without_filling(insurer_number),
        .symbol = search.child_value("InsuredCardSymbol"),
        .number = search.child_value("InsuredIdentificationNumber"),
        .branch = search.child_value("InsuredBranchNumber"),
        .birth_date = search.child_value("Birthdate"),
        .high_cost_consent = search.child_value("LimitApplicationCertificateRelatedConsFlg"),
    };
    if (!is_complete(request, insurer_number)) {
        return fail(ErrorCode::ValueInvalid, "a required element is missing or has another length");
    }
    return request;
}

} // namespace madoguchi::sim
