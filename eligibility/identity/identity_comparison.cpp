#include "eligibility/identity/identity_comparison.hpp"

#include "eligibility/identity/address_comparison.hpp"
#include "eligibility/identity/date_text.hpp"
#include "eligibility/identity/name_comparison.hpp"
#include "eligibility/identity/sex_text.hpp"

namespace madoguchi::eligibility::identity {

namespace {

constexpr Finding absent{Agreement::Unknown, Rule::Absent};
constexpr Finding different{Agreement::Different, Rule::NoRuleMakesEqual};
constexpr Finding unreadable{Agreement::Unknown, Rule::Unreadable};

// Parts that both sides know must agree; a part that a side does not know leaves it open.
Finding compare_dates(CivilDate left, CivilDate right) {
    const auto part_differs = [](unsigned one, unsigned other) {
        return one != 0 && other != 0 && one != other;
    };
    const bool differs =
        left.year() != right.year() ||
        part_differs(static_cast<unsigned>(left.month()), static_cast<unsigned>(right.month())) ||
        part_differs(static_cast<unsigned>(left.day()), static_cast<unsigned>(right.day()));
    if (differs) {
        return different;
    }
    return left.ok() && right.ok() ? Finding{Agreement::Equal, Rule::Exact} : absent;
}

Finding compare_dates(const std::optional<CivilDate>& left, const std::optional<CivilDate>& right) {
    return left && right ? compare_dates(*left, *right) : absent;
}

Finding compare_date_texts(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) {
        return absent;
    }
    const auto one = parse_date_text(left);
    const auto other = left == right ? one : parse_date_text(right);
    if (!one || !other) {
        return unreadable;
    }
    const Finding finding = compare_dates(*one, *other);
    return finding.agreement == Agreement::Equal && left != right
               ? Finding{Agreement::EqualByNotation, Rule::DateNotation}
               : finding;
}

Finding compare_sexes(const std::optional<Sex>& left, const std::optional<Sex>& right) {
    const auto is_withheld = [](std::optional<Sex> sex) { return !sex || sex == Sex::NotStated; };
    if (is_withheld(left) || is_withheld(right)) {
        return absent;
    }
    return left == right ? Finding{Agreement::Equal, Rule::Exact} : different;
}

Finding compare_sex_texts(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) {
        return absent;
    }
    const auto one = parse_sex_text(left);
    const auto other = parse_sex_text(right);
    if (!one || !other) {
        return unreadable;
    }
    const Finding finding = compare_sexes(one, other);
    return finding.agreement == Agreement::Equal && left != right
               ? Finding{Agreement::EqualByNotation, Rule::SexNotation}
               : finding;
}

IdentityComparison gather(const Finding& name, const Finding& kana, const Finding& birth_date,
                          const Finding& sex, const Finding& address) {
    const auto item = [](Item which, const Finding& finding) {
        return ItemComparison{which, finding.agreement, finding.rule};
    };
    return IdentityComparison({item(Item::Name, name), item(Item::Kana, kana),
                               item(Item::BirthDate, birth_date), item(Item::Sex, sex),
                               item(Item::Address, address)});
}

} // namespace

IdentityComparison compare(const BasicItems& left, const BasicItems& right,
                           const ComparisonTables& tables) {
    return gather(
        compare_names({left.name, left.other_name}, {right.name, right.other_name}, tables),
        compare_kana({left.kana, left.other_kana}, {right.kana, right.other_kana}, tables),
        compare_dates(left.birth_date, right.birth_date), compare_sexes(left.sex, right.sex),
        compare_addresses(left.address, right.address, tables));
}

IdentityComparison compare(const ItemTexts& left, const ItemTexts& right,
                           const ComparisonTables& tables) {
    return gather(
        compare_names({left.name, left.other_name}, {right.name, right.other_name}, tables),
        compare_kana({left.kana, left.other_kana}, {right.kana, right.other_kana}, tables),
        compare_date_texts(left.birth_date, right.birth_date),
        compare_sex_texts(left.sex, right.sex),
        compare_addresses(left.address, right.address, tables));
}

} // namespace madoguchi::eligibility::identity
