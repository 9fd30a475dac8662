// 被保険者資格申立書: what the patient declares when nothing else proves the insurance. Filled from
// the chip, completed by patient and staff, printed on A4. Source: requirements D3.
#pragma once

#include "eligibility/model/basic_items.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility {

// 加入医療保険種別
enum class InsuranceKind : std::uint8_t {
    EmployersAssociation, // 協会けんぽ
    EmployersUnion,       // 健康保険組合
    MutualAid,            // 共済組合
    NationalHealth,       // 国民健康保険
    LateElderly,          // 後期高齢者医療
    Other,
    Unknown, // the patient does not know: that is an answer too
};

struct Declaration {
    BasicItems person;   // from the chip; the address is the one on the card
    std::string contact; // 連絡先
    InsuranceKind kind = InsuranceKind::Unknown;
    std::string insurer_name;   // 保険者等名称; may be unknown
    std::string employer;       // 事業所名; where the insurance comes with work
    std::string copay_percent;  // 一部負担金割合
    CivilDate day{};            // on which it is declared
    bool hides_address = false; // rule_of(circumstance).hides_address
};

// Names of the fields that must be filled in and are not, or cannot be: "name", "birth-date",
// "sex", "address", "contact", "copay-percent". Insurer and employer may stay open.
[[nodiscard]] std::vector<std::string_view> missing_fields(const Declaration& declaration);

// A page that prints on A4, with room to write what is still open: HTML, UTF-8, no script, nothing
// from outside. Holds personal data: hand it to the page that prints it, and keep it nowhere.
[[nodiscard]] std::string declaration_page(const Declaration& declaration);

} // namespace madoguchi::eligibility
