// Requests: by insurance numbers (OQS-IF-001), 照会番号登録 (003) and the uploads and downloads of
// bulk jobs (005 to 024). Source: eligibility interface notes, section 4.
#pragma once

#include "eligibility/model/bulk_job.hpp"
#include "eligibility/model/number_question.hpp"
#include "eligibility/oqs/answer_layout.hpp"

namespace madoguchi::eligibility::oqs {

template <typename Message>
inline constexpr auto facility_and_session_layout =
    std::make_tuple(leaf("MedicalInstitutionCode", &Message::facility_code),
                    leaf("ArbitraryFileIdentifier", &Message::session_id),
                    rest(&Message::header_extra));

template <typename Message>
inline constexpr auto dated_header_layout = std::tuple_cat(
    std::make_tuple(leaf("QualificationConfirmationDate", &Message::confirmation_date)),
    facility_and_session_layout<Message>);

inline constexpr auto question_body_layout = std::make_tuple(
    group("QualificationConfirmSearchInfo", &NumberQuestion::search, search_echo_layout),
    rest(&NumberQuestion::body_extra));

inline constexpr auto reference_entry_layout = std::make_tuple(
    leaf("ReferenceNumber", &ReferenceEntry::reference_number),
    leaf<InsurerNumberCodec>("InsurerNumber", of_insurance<&InsuranceIdentity::insurer_number>),
    leaf("InsuredCardSymbol", of_insurance<&InsuranceIdentity::symbol>),
    leaf("InsuredIdentificationNumber", of_insurance<&InsuranceIdentity::number>),
    leaf("InsuredBranchNumber", of_insurance<&InsuranceIdentity::branch>),
    rest(&ReferenceEntry::extra));

inline constexpr auto registration_body_layout =
    std::make_tuple(member("ReferenceNumberRegistrationInfo", &ReferenceRegistration::entry,
                           reference_entry_layout),
                    rest(&ReferenceRegistration::body_extra));

inline constexpr auto bulk_upload_body_layout = std::make_tuple(
    repeated("QualificationConfirmSearchInfo", &BulkUpload::searches, search_echo_layout),
    repeated("ReferenceNumberRegistrationInfo", &BulkUpload::entries, reference_entry_layout),
    leaf("ConsentDateFrom", &BulkUpload::consent_from),
    leaf("ConsentDateTo", &BulkUpload::consent_to),
    leaf("ExaminationDateFrom", &BulkUpload::examination_from),
    leaf("ExaminationDateTo", &BulkUpload::examination_to),
    leaf("MedicalTreatmentFlag", &BulkUpload::care_setting),
    leaf("MedicalTreatmentMonth", &BulkUpload::treatment_month), rest(&BulkUpload::body_extra));

inline constexpr auto bulk_download_body_layout = std::make_tuple(
    leaf("ReceptionNumber", &BulkDownload::reception_number), rest(&BulkDownload::body_extra));

} // namespace madoguchi::eligibility::oqs
