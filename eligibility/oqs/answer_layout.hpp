// 資格確認結果 (OQS-IF-002) and 資格確認要求 (OQS-IF-001): header and body in layout order.
// Source: eligibility interface notes, sections 4 and 5.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/oqs/person_layout.hpp"

namespace madoguchi::eligibility::oqs {

inline constexpr auto answer_header_layout =
    std::make_tuple(leaf("ProcessExecutionTime", &EligibilityAnswer::processed_at),
                    leaf("QualificationConfirmationDate", &EligibilityAnswer::confirmation_date),
                    leaf("MedicalInstitutionCode", &EligibilityAnswer::facility_code),
                    leaf("ArbitraryFileIdentifier", &EligibilityAnswer::session_id),
                    leaf("ReferenceClassification", &EligibilityAnswer::route),
                    leaf("SegmentOfResult", &EligibilityAnswer::segment),
                    leaf("ErrorCode", &EligibilityAnswer::error_code),
                    leaf("ErrorMessage", &EligibilityAnswer::error_message),
                    leaf("CharacterCodeIdentifier", &EligibilityAnswer::character_code),
                    rest(&EligibilityAnswer::header_extra));

inline constexpr auto search_echo_layout = std::make_tuple(
    leaf<InsurerNumberCodec>("InsurerNumber", of_insurance<&InsuranceIdentity::insurer_number>),
    leaf("InsuredCardSymbol", of_insurance<&InsuranceIdentity::symbol>),
    leaf("InsuredIdentificationNumber", of_insurance<&InsuranceIdentity::number>),
    leaf("InsuredBranchNumber", of_insurance<&InsuranceIdentity::branch>),
    leaf<BirthDateCodec>("Birthdate", &SearchEcho::birth_date),
    leaf("LimitApplicationCertificateRelatedConsFlg", &SearchEcho::high_cost_consent),
    leaf("ArbitraryIdentifier", &SearchEcho::arbitrary_identifier), rest(&SearchEcho::extra));

inline constexpr auto answer_body_layout = std::make_tuple(
    leaf("PrescriptionIssueSelect", &EligibilityAnswer::prescription),
    leaf("ProcessingResultStatus", &EligibilityAnswer::status),
    leaf("ProcessingResultCode", &EligibilityAnswer::result_code),
    leaf("ProcessingResultMessage", &EligibilityAnswer::result_message),
    leaf("QualificationValidity", &EligibilityAnswer::validity),
    group("QualificationConfirmSearchInfo", &EligibilityAnswer::search_echo, search_echo_layout),
    list("ResultList", "ResultOfQualificationConfirmation", &EligibilityAnswer::persons,
         person_layout),
    rest(&EligibilityAnswer::body_extra));

} // namespace madoguchi::eligibility::oqs
