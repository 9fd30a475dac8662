// Are two records of one person? Item by item, with the rule that decided, and what it means for
// the reception. Source: requirements notes, sections E (E3, E4) and F.
#pragma once

#include "eligibility/identity/agreement.hpp"
#include "eligibility/identity/comparison_tables.hpp"
#include "eligibility/model/basic_items.hpp"

#include <array>
#include <string_view>

namespace madoguchi::eligibility::identity {

struct ItemComparison {
    Item item = Item::Name;
    Agreement agreement = Agreement::Unknown;
    Rule rule = Rule::Absent;

    friend bool operator==(const ItemComparison&, const ItemComparison&) = default;
};

class IdentityComparison {
public:
    explicit IdentityComparison(const std::array<ItemComparison, item_count>& items) noexcept
        : items_(items) {}

    // By value: small, and safe to use from a comparison that nobody keeps.
    [[nodiscard]] std::array<ItemComparison, item_count> items() const noexcept { return items_; }
    [[nodiscard]] ItemComparison of(Item item) const noexcept;

    // The severest that an item demands. A name that ● leaves unknown is settled by equal kana;
    // a name whose kanji people mix demands staff without equal kana; kana missing on a side demand
    // nothing; everything else missing demands staff.
    // On a screen sex is never named as the item that differs.
    [[nodiscard]] Verdict verdict() const noexcept;

private:
    std::array<ItemComparison, item_count> items_; // in the order of Item
};

// The items as texts of any notation, as files of other systems hold them. Empty: not known.
struct ItemTexts {
    std::string_view name;
    std::string_view kana;
    std::string_view other_name;
    std::string_view other_kana;
    std::string_view birth_date;
    std::string_view sex;
    std::string_view address;
};

// Symmetric. left and right are, for example, the card's items and an answer's.
[[nodiscard]] IdentityComparison
compare(const BasicItems& left, const BasicItems& right,
        const ComparisonTables& tables = ComparisonTables::built_in());
[[nodiscard]] IdentityComparison
compare(const ItemTexts& left, const ItemTexts& right,
        const ComparisonTables& tables = ComparisonTables::built_in());

} // namespace madoguchi::eligibility::identity
