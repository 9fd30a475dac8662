#include "eligibility/oqs/request_writer.hpp"

#include "eligibility/oqs/answer_layout.hpp"
#include "eligibility/oqs/record_writer.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "eligibility/text/utf8.hpp"

#include <algorithm>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::size_t facility_code_length = 10;
constexpr std::size_t session_id_limit = 32;
constexpr std::size_t number_limit = 20; // characters, of symbol and number

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

bool is_session_id(std::string_view text) {
    return !text.empty() && text.size() <= session_id_limit &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
           });
}

bool fits(std::string_view text, std::size_t limit) {
    return text::is_utf8(text) && text::nfkc_code_points(text).size() <= limit;
}

bool is_complete(const InsuranceIdentity& insurance) {
    const bool insurer = !insurance.insurer_number.empty() &&
                         insurance.insurer_number.size() <= InsurerNumberCodec::width &&
                         all_digits(insurance.insurer_number);
    const bool branch =
        insurance.branch.empty() || (insurance.branch.size() == 2 && all_digits(insurance.branch));
    return insurer && branch && !insurance.number.empty() && fits(insurance.number, number_limit) &&
           fits(insurance.symbol, number_limit);
}

Result<void> check(const EligibilityRequest& request) {
    if (!is_session_id(request.session_id)) {
        return fail(ErrorCode::ValueInvalid, "the session id is empty, too long or not plain");
    }
    if (request.facility_code.size() != facility_code_length ||
        !all_digits(request.facility_code)) {
        return fail(ErrorCode::ValueInvalid,
                    "the facility code is not ten digits; check the configuration");
    }
    if (!is_complete(request.insurance)) {
        return fail(ErrorCode::ValueInvalid,
                    "the patient's insurance numbers are incomplete; correct the patient index");
    }
    if (!request.date.ok() || !request.birth_date.ok()) {
        return fail(ErrorCode::ValueInvalid, "the request needs a whole date and birth date");
    }
    return {};
}

SearchEcho search_info(const EligibilityRequest& request, char filler) {
    SearchEcho search{request.insurance, request.birth_date, {}, {}};
    search.insurance.insurer_number =
        InsurerNumberCodec::fill(request.insurance.insurer_number, filler);
    for (const Consent& consent : request.consents) {
        if (consent.item == ConsentItem::HighCostLimit) {
            search.high_cost_consent = consent.answer;
        }
    }
    return search;
}

} // namespace

Result<Bytes> write_request(const EligibilityRequest& request, const RequestFormat& format) {
    MADOGUCHI_TRY(check(request));
    pugi::xml_document document = new_document(name_of(format.encoding));
    const pugi::xml_node message = append_element(document.root(), "XmlMsg");
    const pugi::xml_node header = append_element(message, "MessageHeader");
    append_element(header, "QualificationConfirmationDate")
        .text()
        .set(format_date(request.date).c_str());
    append_element(header, "MedicalInstitutionCode").text().set(request.facility_code.c_str());
    append_element(header, "ArbitraryFileIdentifier").text().set(request.session_id.c_str());
    const pugi::xml_node body = append_element(message, "MessageBody");
    write_record(append_element(body, "QualificationConfirmSearchInfo"), search_echo_layout,
                 search_info(request, format.insurer_number_filler));
    return encode(to_text(document), format.encoding);
}

} // namespace madoguchi::eligibility::oqs
