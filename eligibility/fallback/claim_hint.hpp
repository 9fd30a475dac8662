// Under which number a visit is claimed when the current one is not known for certain.
// Source: requirements D5; eligibility interface notes, section 10.
#pragma once

#include "eligibility/model/insurance_identity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility {

enum class ClaimBasis : std::uint8_t {
    CurrentNumber, // ① asked from the patient, or from a past visit that still holds
    PastNumber,    // ② 旧資格情報: also the number that a 資格無効 answer shows
    Unknown,       // ③ 不詳レセプト: sevens in place of the numbers
};

// "current-number", "past-number", "unknown".
[[nodiscard]] std::string_view name_of(ClaimBasis basis) noexcept;

// What is known at the desk. UTF-8; empty: not known.
struct ClaimKnowledge {
    std::optional<InsuranceIdentity> current;
    std::optional<InsuranceIdentity> past;
    std::string address;
    std::string employer; // 事業所名
    std::string contact;  // 連絡先
};

// Some receipt computers refuse eight sevens for their check digit.
enum class UnknownNumber : std::uint8_t { EightSevens, WithCheckDigit };

struct ClaimHint {
    ClaimBasis basis = ClaimBasis::Unknown;
    InsuranceIdentity insurance;
    std::string summary; // what goes to 摘要欄; empty: nothing
    // What 摘要欄 should say and nobody knows yet, as names of fields: "address", "contact".
    std::vector<std::string_view> missing;
};

// A number counts when its insurer number can stand; the first of current and past that does is
// taken.
[[nodiscard]] ClaimHint claim_hint(const ClaimKnowledge& known,
                                   UnknownNumber unknown = UnknownNumber::EightSevens);

} // namespace madoguchi::eligibility
