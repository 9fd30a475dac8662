// Names and their readings compared.
#pragma once

#include "eligibility/identity/agreement.hpp"
#include "eligibility/identity/comparison_tables.hpp"

#include <string_view>

namespace madoguchi::eligibility::identity {

// A name with the other name registered beside it (通称, former name); empty: none.
struct NameForms {
    std::string_view name;
    std::string_view other;
};

// 氏名: kanji, kana or Latin letters.
[[nodiscard]] Finding compare_names(const NameForms& left, const NameForms& right,
                                    const ComparisonTables& tables);

// 氏名カナ.
[[nodiscard]] Finding compare_kana(const NameForms& left, const NameForms& right,
                                   const ComparisonTables& tables);

} // namespace madoguchi::eligibility::identity
