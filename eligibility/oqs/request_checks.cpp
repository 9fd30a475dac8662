#include "eligibility/oqs/request_checks.hpp"

#include "eligibility/oqs/codec.hpp"
#include "eligibility/text/utf8.hpp"

#include <algorithm>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::size_t facility_code_length = 10;
constexpr std::size_t session_id_limit = 32;
constexpr std::size_t number_limit = 20; // characters, of symbol and number
constexpr std::size_t reference_number_limit = 50;

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

} // namespace

Result<void> check_sender(std::string_view session_id, std::string_view facility_code) {
    if (!is_session_id(session_id)) {
        return fail(ErrorCode::ValueInvalid, "the session id is empty, too long or not plain");
    }
    if (facility_code.size() != facility_code_length || !all_digits(facility_code)) {
        return fail(ErrorCode::ValueInvalid,
                    "the facility code is not ten digits; check the configuration");
    }
    return {};
}

Result<void> check_insurance(const InsuranceIdentity& insurance) {
    if (!is_complete(insurance)) {
        return fail(ErrorCode::ValueInvalid,
                    "the patient's insurance numbers are incomplete; correct the patient index");
    }
    return {};
}

Result<void> check_reference_number(std::string_view number) {
    if (number.empty() || !fits(number, reference_number_limit)) {
        return fail(ErrorCode::ValueInvalid,
                    "the reference number is empty or longer than 50 characters");
    }
    return {};
}

} // namespace madoguchi::eligibility::oqs
