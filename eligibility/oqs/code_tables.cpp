#include "eligibility/oqs/code_tables.hpp"

#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

// OQSCD002
constexpr auto reference_route_codes = std::to_array<CodeEntry<ReferenceRoute>>({
    {"1", ReferenceRoute::MyNumberCard},
    {"2", ReferenceRoute::InsuranceNumber},
});

// OQSCD003
constexpr auto result_segment_codes = std::to_array<CodeEntry<ResultSegment>>({
    {"1", ResultSegment::Normal},
    {"2", ResultSegment::Pending},
    {"9", ResultSegment::Abnormal},
});

// OQSCD004
constexpr auto processing_status_codes = std::to_array<CodeEntry<ProcessingStatus>>({
    {"1", ProcessingStatus::Normal},
    {"2", ProcessingStatus::Error},
});

// OQSCD006
constexpr auto qualification_validity_codes = std::to_array<CodeEntry<QualificationValidity>>({
    {"1", QualificationValidity::Valid},
    {"2", QualificationValidity::Invalid},
    {"3", QualificationValidity::InvalidNewerExists},
    {"4", QualificationValidity::None},
    {"5", QualificationValidity::Ambiguous},
    {"6", QualificationValidity::AidUnregistered},
});

// OQSCD007
constexpr auto sex_codes = std::to_array<CodeEntry<Sex>>({
    {"1", Sex::Male},
    {"2", Sex::Female},
    {"3", Sex::NotStated},
});

// OQSCD008
constexpr auto loss_reason_codes = std::to_array<CodeEntry<LossReason>>({
    {"01", LossReason::Death},
    {"02", LossReason::PublicAssistance},
    {"03", LossReason::OtherInsurance},
    {"99", LossReason::Other},
});

// OQSCD009
constexpr auto family_relation_codes = std::to_array<CodeEntry<FamilyRelation>>({
    {"1", FamilyRelation::Insured},
    {"2", FamilyRelation::Family},
});

// OQSCD010
constexpr auto insurance_class_codes = std::to_array<CodeEntry<InsuranceClass>>({
    {"01", InsuranceClass::General},
    {"02", InsuranceClass::Retired},
    {"03", InsuranceClass::ShortTermGeneral},
    {"04", InsuranceClass::ShortTermRetired},
    {"05", InsuranceClass::SpecialCare},
    {"06", InsuranceClass::SpecialRetired},
    {"07", InsuranceClass::SelfDefenceForces},
    {"A1", InsuranceClass::MedicalAid},
});

// OQSCD011
constexpr auto limit_class_codes = std::to_array<CodeEntry<LimitClass>>({
    {"01", LimitClass::Limit},
    {"02", LimitClass::LimitAndStandardReduction},
    {"03", LimitClass::StandardReduction},
});

// OQSCD012
constexpr auto limit_band_codes = std::to_array<CodeEntry<LimitBand>>({
    {"A01", LimitBand::UpperA},
    {"A02", LimitBand::UpperI},
    {"A03", LimitBand::UpperU},
    {"A04", LimitBand::UpperE},
    {"A05", LimitBand::UpperO},
    {"A06", LimitBand::UpperOBoundary},
    {"B01", LimitBand::Active3},
    {"B02", LimitBand::Active2},
    {"B03", LimitBand::Active1},
    {"B04", LimitBand::General},
    {"B05", LimitBand::LowIncome2},
    {"B06", LimitBand::LowIncome1},
    {"B07", LimitBand::LowIncome1OldAgeWelfare},
    {"B08", LimitBand::LowIncome1Boundary},
    {"B09", LimitBand::General2},
    {"B10", LimitBand::General1},
});

// OQSCD013
constexpr auto specific_disease_codes = std::to_array<CodeEntry<SpecificDisease>>({
    {"1", SpecificDisease::Dialysis},
    {"2", SpecificDisease::Haemophilia},
    {"3", SpecificDisease::HivByBloodProduct},
});

// OQSCD015
constexpr auto preschool_codes = std::to_array<CodeEntry<Preschool>>({
    {"1", Preschool::Preschool},
});

// OQSCD016 (and 001, which has the first two)
constexpr auto consent_answer_codes = std::to_array<CodeEntry<ConsentAnswer>>({
    {"0", ConsentAnswer::Refused},
    {"1", ConsentAnswer::Given},
    {"2", ConsentAnswer::Expired},
    {"3", ConsentAnswer::Unobtainable},
});

// OQSCD017
constexpr auto prescription_form_codes = std::to_array<CodeEntry<PrescriptionForm>>({
    {"1", PrescriptionForm::Electronic},
    {"2", PrescriptionForm::Paper},
});

} // namespace

template <>
std::span<const CodeEntry<ReferenceRoute>> code_table() noexcept {
    return reference_route_codes;
}

template <>
std::span<const CodeEntry<ResultSegment>> code_table() noexcept {
    return result_segment_codes;
}

template <>
std::span<const CodeEntry<ProcessingStatus>> code_table() noexcept {
    return processing_status_codes;
}

template <>
std::span<const CodeEntry<QualificationValidity>> code_table() noexcept {
    return qualification_validity_codes;
}

template <>
std::span<const CodeEntry<Sex>> code_table() noexcept {
    return sex_codes;
}

template <>
std::span<const CodeEntry<LossReason>> code_table() noexcept {
    return loss_reason_codes;
}

template <>
std::span<const CodeEntry<FamilyRelation>> code_table() noexcept {
    return family_relation_codes;
}

template <>
std::span<const CodeEntry<InsuranceClass>> code_table() noexcept {
    return insurance_class_codes;
}

template <>
std::span<const CodeEntry<LimitClass>> code_table() noexcept {
    return limit_class_codes;
}

template <>
std::span<const CodeEntry<LimitBand>> code_table() noexcept {
    return limit_band_codes;
}

template <>
std::span<const CodeEntry<SpecificDisease>> code_table() noexcept {
    return specific_disease_codes;
}

template <>
std::span<const CodeEntry<Preschool>> code_table() noexcept {
    return preschool_codes;
}

template <>
std::span<const CodeEntry<ConsentAnswer>> code_table() noexcept {
    return consent_answer_codes;
}

template <>
std::span<const CodeEntry<PrescriptionForm>> code_table() noexcept {
    return prescription_form_codes;
}

} // namespace madoguchi::eligibility::oqs
