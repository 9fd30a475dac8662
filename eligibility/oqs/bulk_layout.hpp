// What the service says to a registration of 照会番号 and to bulk jobs (OQS-IF-004 to 024).
// Source: eligibility interface notes, section 5.
#pragma once

#include "eligibility/model/bulk_job.hpp"
#include "eligibility/oqs/answer_layout.hpp"

namespace madoguchi::eligibility::oqs {

// Reaches a member of the header inside a message.
template <auto member>
inline constexpr auto of_header = [](auto& message) -> auto& { return message.header.*member; };

inline constexpr auto common_header_layout = std::make_tuple(
    leaf("ProcessExecutionTime", of_header<&AnswerHeader::processed_at>),
    leaf("QualificationConfirmationDate", of_header<&AnswerHeader::confirmation_date>),
    leaf("MedicalInstitutionCode", of_header<&AnswerHeader::facility_code>),
    leaf("ArbitraryFileIdentifier", of_header<&AnswerHeader::session_id>),
    leaf("SegmentOfResult", of_header<&AnswerHeader::segment>),
    leaf("ErrorCode", of_header<&AnswerHeader::error_code>),
    leaf("ErrorMessage", of_header<&AnswerHeader::error_message>),
    leaf("CharacterCodeIdentifier", of_header<&AnswerHeader::character_code>),
    rest(of_header<&AnswerHeader::extra>));

inline constexpr auto registration_answer_body_layout =
    std::make_tuple(leaf("ProcessingResultStatus", &RegistrationAnswer::status),
                    leaf("ProcessingResultCode", &RegistrationAnswer::result_code),
                    leaf("ProcessingResultMessage", &RegistrationAnswer::result_message),
                    rest(&RegistrationAnswer::extra));

inline constexpr auto bulk_receipt_header_layout =
    std::tuple_cat(std::make_tuple(leaf("ReceptionNumber", &BulkReceipt::reception_number),
                                   leaf("ReceptionDateTime", &BulkReceipt::received_at)),
                   common_header_layout);

inline constexpr auto bulk_receipt_body_layout = std::make_tuple(rest(&BulkReceipt::extra));

inline constexpr auto bulk_unit_layout = std::make_tuple(
    group("QualificationConfirmSearchInfo", &BulkUnit::search, search_echo_layout),
    leaf("ProcessingResultStatus", &BulkUnit::status),
    leaf("ProcessingResultCode", &BulkUnit::result_code),
    leaf("ProcessingResultMessage", &BulkUnit::result_message),
    leaf("QualificationValidity", &BulkUnit::validity),
    repeated("ResultOfQualificationConfirmation", &BulkUnit::persons, person_layout),
    leaf("ReferenceNumber", &BulkUnit::reference_number), rest(&BulkUnit::extra));

inline constexpr auto bulk_result_header_layout =
    std::tuple_cat(std::make_tuple(leaf("ReceptionNumber", &BulkResult::reception_number),
                                   leaf("NumberOfProcessingResult", &BulkResult::processed_count),
                                   leaf("NumberOfNormalProcessing", &BulkResult::normal_count),
                                   leaf("NumberOfError", &BulkResult::error_count)),
                   common_header_layout);

inline constexpr auto bulk_result_body_layout = std::make_tuple(
    repeated("BulkConfirmUnit", &BulkResult::units, bulk_unit_layout), rest(&BulkResult::extra));

} // namespace madoguchi::eligibility::oqs
