// 保険者番号, and 公費負担者番号, which is built alike. Source: eligibility interface notes,
// sections 10 and 13.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace madoguchi::eligibility {

enum class InsurerNumberFault : std::uint8_t {
    NotDigits,
    WrongLength, // 8 digits, or 6 of 国民健康保険
    CheckDigit,  // a slip of the hand, most likely
};

// Nothing: the number can stand. Half-width digits only.
[[nodiscard]] std::optional<InsurerNumberFault>
judge_insurer_number(std::string_view number) noexcept;

// 国民健康保険 has six digits.
[[nodiscard]] constexpr bool is_national_health(std::string_view insurer_number) noexcept {
    return insurer_number.size() == 6;
}

// 後期高齢者医療: 法別番号 39.
[[nodiscard]] constexpr bool is_late_elderly(std::string_view insurer_number) noexcept {
    return insurer_number.size() == 8 && insurer_number.starts_with("39");
}

} // namespace madoguchi::eligibility
