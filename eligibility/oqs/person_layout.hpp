// 資格確認結果 of one person and its parts: elements in layout order.
// Source: eligibility interface notes, section 5, rows 1 to 34.
#pragma once

#include "eligibility/model/person_record.hpp"
#include "eligibility/oqs/consent_slot.hpp"
#include "eligibility/oqs/layout.hpp"

namespace madoguchi::eligibility::oqs {

inline constexpr auto elderly_layout =
    std::make_tuple(leaf("ElderlyRecipientCertificateDate", &ElderlyRecipient::issued_on),
                    leaf("ElderlyRecipientValidStartDate", &ElderlyRecipient::valid_from),
                    leaf("ElderlyRecipientValidEndDate", &ElderlyRecipient::valid_to),
                    leaf("ElderlyRecipientContributionRatio", &ElderlyRecipient::copay_percent),
                    rest(&ElderlyRecipient::extra));

inline constexpr auto high_cost_layout = std::make_tuple(
    leaf("LimitApplicationCertificateClassification", &HighCostLimit::classification),
    leaf("LimitApplicationCertificateClassificationFlag", &HighCostLimit::band),
    leaf("LimitApplicationCertificateDate", &HighCostLimit::issued_on),
    leaf("LimitApplicationCertificateValidStartDate", &HighCostLimit::valid_from),
    leaf("LimitApplicationCertificateValidEndDate", &HighCostLimit::valid_to),
    leaf("LimitApplicationCertificateLongTermDate", &HighCostLimit::long_term_on),
    rest(&HighCostLimit::extra));

inline constexpr auto specific_disease_layout =
    std::make_tuple(leaf("SpecificDiseasesDiseaseCategory", &SpecificDiseaseCertificate::disease),
                    leaf("SpecificDiseasesCertificateDate", &SpecificDiseaseCertificate::issued_on),
                    leaf("SpecificDiseasesValidStartDate", &SpecificDiseaseCertificate::valid_from),
                    leaf("SpecificDiseasesValidEndDate", &SpecificDiseaseCertificate::valid_to),
                    leaf("SpecificDiseasesSelfPay", &SpecificDiseaseCertificate::self_pay_yen),
                    rest(&SpecificDiseaseCertificate::extra));

inline constexpr auto ticket_layout = std::make_tuple(
    leaf("TicketType", &MedicalTicket::type),
    leaf("MedicalTicketValidDate", &MedicalTicket::valid_from),
    leaf("MedicalTicketExpirationDate", &MedicalTicket::valid_to),
    leaf("IssueNumber", &MedicalTicket::issue_number),
    leaf("MedicalTreatmentMonth", &MedicalTicket::treatment_month),
    leaf("DesignatedMedicalInstitutionCode", &MedicalTicket::facility_code),
    leaf("DesignatedMedicalInstitutionFlag", &MedicalTicket::facility_match),
    leaf("DesignatedMedicalInstitutionName", &MedicalTicket::facility_name),
    leaf("PrescriptionIssuerMedicalInstitutionCode", &MedicalTicket::prescriber_code),
    leaf("PrescriptionIssuerMedicalInstitutionName", &MedicalTicket::prescriber_name),
    leaf("InjuryName1", &MedicalTicket::injury_name1),
    leaf("InjuryName2", &MedicalTicket::injury_name2),
    leaf("InjuryName3", &MedicalTicket::injury_name3),
    leaf("MedicalTreatmentType", &MedicalTicket::treatment_kind),
    leaf("SelfPayAmount", &MedicalTicket::self_pay_amount),
    leaf("DistrictContactName", &MedicalTicket::district_contact),
    leaf("HandlingContactName", &MedicalTicket::handling_contact),
    leaf("SingleOrCombinedUse", &MedicalTicket::aid_use),
    leaf("StatusOfSocialInsurance", &MedicalTicket::social_insurance),
    leaf("ConsistencyFlag", &MedicalTicket::consistency),
    leaf("StatusOfInfecton", &MedicalTicket::infection_law), // the interface spells it so
    leaf("StatusOfElderlyMedicalCare", &MedicalTicket::elderly_care),
    leaf("StatusOfPrefecturalExpenses", &MedicalTicket::prefecture_expense),
    leaf("Remarks1", &MedicalTicket::remarks1), leaf("Remarks2", &MedicalTicket::remarks2),
    leaf("Remarks3", &MedicalTicket::remarks3), rest(&MedicalTicket::extra));

// Reaches a member of the person's insurance identity.
template <std::string InsuranceIdentity::*member>
inline constexpr auto of_insurance = [](auto& record) -> auto& { return record.insurance.*member; };

inline constexpr auto person_layout = std::make_tuple(
    leaf("InsuredCardClassification", &PersonRecord::classification),
    leaf<InsurerNumberCodec>("InsurerNumber", of_insurance<&InsuranceIdentity::insurer_number>),
    leaf("InsuredCardSymbol", of_insurance<&InsuranceIdentity::symbol>),
    leaf("InsuredIdentificationNumber", of_insurance<&InsuranceIdentity::number>),
    leaf("InsuredBranchNumber", of_insurance<&InsuranceIdentity::branch>),
    leaf("PersonalFamilyClassification", &PersonRecord::relation),
    leaf("InsuredName", &PersonRecord::insured_name), leaf("Name", &PersonRecord::name),
    leaf("NameOfOther", &PersonRecord::other_name), leaf("NameKana", &PersonRecord::kana),
    leaf("NameOfOtherKana", &PersonRecord::other_kana), leaf("Sex1", &PersonRecord::printed_sex),
    leaf("Sex2", &PersonRecord::back_sex),
    leaf<BirthDateCodec>("Birthdate", &PersonRecord::birth_date),
    leaf("Address", &PersonRecord::address), leaf("PostNumber", &PersonRecord::post_number),
    leaf("QualificationDate", &PersonRecord::qualified_on),
    leaf("DisqualificationDate", &PersonRecord::disqualified_on),
    leaf("InsuredCertificateIssuanceDate", &PersonRecord::issued_on),
    leaf("InsuredCardValidDate", &PersonRecord::valid_from),
    leaf("InsuredCardExpirationDate", &PersonRecord::valid_to),
    leaf("InsuredPartialContributionRatio", &PersonRecord::copay_percent),
    leaf("PreschoolClassification", &PersonRecord::preschool),
    leaf("ReasonOfLoss", &PersonRecord::loss_reason),
    leaf("InsurerName", &PersonRecord::insurer_name),
    group("ElderlyRecipientCertificateInfo", &PersonRecord::elderly, elderly_layout),
    leaf("LimitApplicationCertificateRelatedConsFlg", consent_answer<ConsentItem::HighCostLimit>),
    leaf("LimitApplicationCertificateRelatedConsTime", consent_time<ConsentItem::HighCostLimit>),
    group("LimitApplicationCertificateRelatedInfo", &PersonRecord::high_cost_limit,
          high_cost_layout),
    leaf("SpecificDiseasesCertificateRelatedConsFlg", consent_answer<ConsentItem::SpecificDisease>),
    leaf("SpecificDiseasesCertificateRelatedConsTime", consent_time<ConsentItem::SpecificDisease>),
    list("SpecificDiseasesCertificateList", "SpecificDiseasesCertificateInfo",
         &PersonRecord::specific_diseases, specific_disease_layout),
    list("PublicExpenseResultList", "MedicalTicketInfo", &PersonRecord::tickets, ticket_layout),
    leaf("SpecificHealthCheckupsInfoConsFlg", consent_answer<ConsentItem::HealthCheckup>),
    leaf("SpecificHealthCheckupsInfoConsTime", consent_time<ConsentItem::HealthCheckup>),
    leaf("SpecificHealthCheckupsInfoAvailableTime", consent_end<ConsentItem::HealthCheckup>),
    leaf("PharmacistsInfoConsFlg", consent_answer<ConsentItem::Medication>),
    leaf("PharmacistsInfoConsTime", consent_time<ConsentItem::Medication>),
    leaf("PharmacistsInfoAvailableTime", consent_end<ConsentItem::Medication>),
    leaf("DiagnosisInfoConsFlg", consent_answer<ConsentItem::Treatment>),
    leaf("DiagnosisInfoConsTime", consent_time<ConsentItem::Treatment>),
    leaf("DiagnosisInfoAvailableTime", consent_end<ConsentItem::Treatment>),
    leaf("OperationInfoConsFlg", consent_answer<ConsentItem::Surgery>),
    leaf("OperationInfoConsTime", consent_time<ConsentItem::Surgery>),
    leaf("OperationInfoAvailableTime", consent_end<ConsentItem::Surgery>),
    leaf("ReferenceNumber", &PersonRecord::reference_number),
    leaf("QualificationConfirmationKey", &PersonRecord::confirmation_key),
    leaf("PrescriptionIssueSelect", &PersonRecord::prescription),
    leaf("LimitApplicationCertificateChanged", &PersonRecord::limit_change),
    rest(&PersonRecord::extra));

} // namespace madoguchi::eligibility::oqs
