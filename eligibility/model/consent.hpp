// What a patient agreed to, item by item, and when.
#pragma once

#include "eligibility/model/coded.hpp"
#include "hal/base/clock.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace madoguchi::eligibility {

enum class ConsentItem : std::uint8_t {
    HighCostLimit,   // 限度額適用認定証関連情報
    SpecificDisease, // 特定疾病療養受療証情報
    HealthCheckup,   // 特定健診情報
    Medication,      // 薬剤情報
    Treatment,       // 診療情報
    Surgery,         // 手術情報
};

inline constexpr std::array all_consent_items{
    ConsentItem::HighCostLimit, ConsentItem::SpecificDisease, ConsentItem::HealthCheckup,
    ConsentItem::Medication,    ConsentItem::Treatment,       ConsentItem::Surgery,
};

// "high_cost", "specific_disease", "checkup", "medication", "treatment", "surgery": the names used
// at our borders (screens, JSON).
[[nodiscard]] std::string_view name_of(ConsentItem item) noexcept;

// The two certificates are looked up once; medical records stay open to viewing.
[[nodiscard]] bool is_viewing(ConsentItem item) noexcept;

// 同意区分
enum class ConsentAnswer : std::uint8_t {
    Refused,
    Given,
    Expired,      // home visits and online care only
    Unobtainable, // emergency only
};

// One item's answer. An item that the facility does not offer has no Consent at all.
struct Consent {
    ConsentItem item = ConsentItem::HighCostLimit;
    Coded<ConsentAnswer> answer;
    std::optional<CivilTime> given_at;
    std::optional<CivilTime> available_until; // given_at + 24 h; the two limits have none

    [[nodiscard]] bool is_given() const noexcept { return answer.means(ConsentAnswer::Given); }

    friend bool operator==(const Consent&, const Consent&) = default;
};

// A consent given at an instant, with the 24 hours for which the service honours it where it has
// such an end, and a refusal, which has no time.
[[nodiscard]] Consent given(ConsentItem item, CivilTime at);
[[nodiscard]] Consent refused(ConsentItem item);

} // namespace madoguchi::eligibility
