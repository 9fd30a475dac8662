// Which kinds of data an answer holds, without any of them.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility {

enum class AnswerContent : std::uint8_t {
    Basic,            // who is insured, with which insurer and share
    Elderly,          // 高齢受給者証
    HighCostLimit,    // 限度額適用認定証関連情報
    SpecificDiseases, // 特定疾病療養受療証
    MedicalTickets,   // 医療券, 調剤券
    MedicalConsents,  // what lets the clinic view medicines, treatment, surgery, check-ups
};

// "basic", "elderly", "limits", "specific-diseases", "medical-tickets", "medical-consents".
[[nodiscard]] std::string_view name_of(AnswerContent content) noexcept;

// "basic,limits"
[[nodiscard]] std::string joined(const std::vector<AnswerContent>& contents);

// Of all its persons, each kind once, in the order above.
[[nodiscard]] std::vector<AnswerContent> contents_of(const EligibilityAnswer& answer);

} // namespace madoguchi::eligibility
