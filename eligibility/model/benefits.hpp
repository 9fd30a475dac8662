// What a record says of benefits beside the insurance itself. That it says nothing is never "not
// entitled": it may be refused, switched off, not registered yet or kept elsewhere, and the paper
// that the patient shows decides. Source: eligibility interface notes, sections 5, 6 and 9.
#pragma once

#include "eligibility/model/person_record.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace madoguchi::eligibility {

enum class Benefit : std::uint8_t {
    HighCostLimit,    // 限度額適用認定
    SpecificDisease,  // 特定疾病療養
    ElderlyRecipient, // 高齢受給者 (70 to 74)
    MedicalAid,       // 医療扶助
    LocalSubsidy, // 医療費助成 (PMH): no element for it is public, so it is never known here
};

inline constexpr std::array all_benefits{Benefit::HighCostLimit, Benefit::SpecificDisease,
                                         Benefit::ElderlyRecipient, Benefit::MedicalAid,
                                         Benefit::LocalSubsidy};

// "high_cost_limit", "specific_disease", "elderly_recipient", "medical_aid", "local_subsidy".
[[nodiscard]] std::string_view name_of(Benefit benefit) noexcept;

enum class BenefitState : std::uint8_t {
    InForce,
    OutOfPeriod,  // stated, and not for that day
    NotConsented, // the patient refused to have it asked for
    Unknown,      // nothing is said: the patient's papers decide
};

// "in-force", "out-of-period", "not-consented", "unknown".
[[nodiscard]] std::string_view name_of(BenefitState state) noexcept;

[[nodiscard]] BenefitState state_of(Benefit benefit, const PersonRecord& person, CivilDate day);

} // namespace madoguchi::eligibility
