// Are two records of one person? Item by item, with the rule that decided, and what it means for
// the reception. Source: requirements notes, sections E (E3, E4) and F.
#pragma once

#include "eligibility/model/basic_items.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace madoguchi::eligibility::identity {

enum class Item : std::uint8_t { Name, Kana, BirthDate, Sex, Address };

enum class Agreement : std::uint8_t {
    Equal,
    EqualByNotation, // the same thing written differently
    Unknown,         // absent on a side, or a placeholder stands where it would show
    Different,
};

// The rule that decided an item.
enum class Rule : std::uint8_t {
    Exact,
    WidthAndSpace,   // full and half width, spaces, variation selectors
    KanaScript,      // hiragana and katakana
    AddressNotation, // 二丁目一番二号 and 2-1-2
    OtherName,       // 通称 of one side is the name of the other
    PlaceholderFits, // ● or 〓 stands for one unknown character
    PartOfOther,     // one address goes on where the other ends
    Absent,          // nothing to compare on a side, sex withheld, month or day unknown
    NoRuleMakesEqual,
};

struct ItemComparison {
    Item item = Item::Name;
    Agreement agreement = Agreement::Unknown;
    Rule rule = Rule::Absent;

    friend bool operator==(const ItemComparison&, const ItemComparison&) = default;
};

enum class Verdict : std::uint8_t {
    Pass,
    Staff, // a person looks: name or address differs, or too little is known
    Stop,  // birth date or sex differs: taken for another person's record
};

class IdentityComparison {
public:
    explicit IdentityComparison(const std::array<ItemComparison, 5>& items) noexcept
        : items_(items) {}

    // By value: small, and safe to use from a comparison that nobody keeps.
    [[nodiscard]] std::array<ItemComparison, 5> items() const noexcept { return items_; }
    [[nodiscard]] ItemComparison of(Item item) const noexcept;

    // The severest that an item demands. A name that ● leaves unknown is settled by equal kana;
    // kana missing on a side demands nothing; everything else missing demands staff.
    // On a screen sex is never named as the item that differs.
    [[nodiscard]] Verdict verdict() const noexcept;

private:
    std::array<ItemComparison, 5> items_; // in the order of Item
};

// Symmetric. left and right are, for example, the card's items and an answer's.
[[nodiscard]] IdentityComparison compare(const BasicItems& left, const BasicItems& right);

// "name", "equal-by-notation", "width-and-space", "staff" …
[[nodiscard]] std::string_view name_of(Item item) noexcept;
[[nodiscard]] std::string_view name_of(Agreement agreement) noexcept;
[[nodiscard]] std::string_view name_of(Rule rule) noexcept;
[[nodiscard]] std::string_view name_of(Verdict verdict) noexcept;

} // namespace madoguchi::eligibility::identity
