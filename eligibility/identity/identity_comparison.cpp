#include "eligibility/identity/identity_comparison.hpp"

#include "eligibility/identity/notation.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace madoguchi::eligibility::identity {

namespace {

using Fold = std::u32string (*)(std::u32string_view);

// A step beyond width and space, and the rule it stands for. Steps build on one another.
struct FoldingStep {
    Rule rule;
    Fold fold;
};

constexpr std::array name_steps{FoldingStep{Rule::KanaScript, fold_kana_script}};
constexpr std::array address_steps{FoldingStep{Rule::AddressNotation, fold_address_numbers}};

// Left and right, folded by the same steps.
struct FoldedPair {
    std::u32string left;
    std::u32string right;

    [[nodiscard]] bool is_equal() const { return left == right; }
};

bool has_placeholder(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(), is_placeholder);
}

// Such a text proves nothing, not even that it is different.
bool consists_of_placeholders(const std::u32string& text) {
    return std::all_of(text.begin(), text.end(), is_placeholder);
}

struct Finding {
    Agreement agreement;
    Rule rule;
};

// The comparison of one text item: what made it equal, or how the fully folded texts differ.
Finding compare_texts(const std::string& left, const std::string& right,
                      std::span<const FoldingStep> steps) {
    if (left.empty() || right.empty()) {
        return {Agreement::Unknown, Rule::Absent};
    }
    FoldedPair pair{fold_width_and_space(left), fold_width_and_space(right)};
    const bool certain = !has_placeholder(pair.left) && !has_placeholder(pair.right);
    if (certain && left == right) {
        return {Agreement::Equal, Rule::Exact};
    }
    if (certain && pair.is_equal()) {
        return {Agreement::EqualByNotation, Rule::WidthAndSpace};
    }
    for (const FoldingStep& step : steps) {
        pair = {step.fold(pair.left), step.fold(pair.right)};
        if (certain && pair.is_equal()) {
            return {Agreement::EqualByNotation, step.rule};
        }
    }
    if (consists_of_placeholders(pair.left) || consists_of_placeholders(pair.right)) {
        return {Agreement::Unknown, Rule::Absent};
    }
    if (fits_with_placeholders(pair.left, pair.right)) {
        return {Agreement::Unknown, Rule::PlaceholderFits};
    }
    return {Agreement::Different, Rule::NoRuleMakesEqual};
}

bool is_settled_equal(const Finding& finding) {
    return finding.agreement == Agreement::Equal || finding.agreement == Agreement::EqualByNotation;
}

// A name, or else the other name that one side registered.
Finding compare_names(const std::string& left, const std::string& left_other,
                      const std::string& right, const std::string& right_other) {
    const Finding direct = compare_texts(left, right, name_steps);
    if (direct.agreement != Agreement::Different) {
        return direct;
    }
    if (is_settled_equal(compare_texts(left_other, right, name_steps)) ||
        is_settled_equal(compare_texts(left, right_other, name_steps))) {
        return {Agreement::EqualByNotation, Rule::OtherName};
    }
    return direct;
}

Finding compare_addresses(const std::string& left, const std::string& right) {
    const Finding whole = compare_texts(left, right, address_steps);
    if (whole.agreement != Agreement::Different) {
        return whole;
    }
    const std::u32string folded_left = fold_address_numbers(fold_width_and_space(left));
    const std::u32string folded_right = fold_address_numbers(fold_width_and_space(right));
    if (is_part_of(folded_left, folded_right) || is_part_of(folded_right, folded_left)) {
        return {Agreement::Unknown, Rule::PartOfOther};
    }
    return whole;
}

// Parts that both sides know must agree; a part that a side does not know leaves it open.
Finding compare_dates(const std::optional<CivilDate>& left, const std::optional<CivilDate>& right) {
    if (!left || !right) {
        return {Agreement::Unknown, Rule::Absent};
    }
    const auto part_differs = [](unsigned one, unsigned other) {
        return one != 0 && other != 0 && one != other;
    };
    const bool differs =
        left->year() != right->year() ||
        part_differs(static_cast<unsigned>(left->month()), static_cast<unsigned>(right->month())) ||
        part_differs(static_cast<unsigned>(left->day()), static_cast<unsigned>(right->day()));
    if (differs) {
        return {Agreement::Different, Rule::NoRuleMakesEqual};
    }
    return left->ok() && right->ok() ? Finding{Agreement::Equal, Rule::Exact}
                                     : Finding{Agreement::Unknown, Rule::Absent};
}

Finding compare_sexes(std::optional<Sex> left, std::optional<Sex> right) {
    const auto is_withheld = [](std::optional<Sex> sex) { return !sex || sex == Sex::NotStated; };
    if (is_withheld(left) || is_withheld(right)) {
        return {Agreement::Unknown, Rule::Absent};
    }
    return left == right ? Finding{Agreement::Equal, Rule::Exact}
                         : Finding{Agreement::Different, Rule::NoRuleMakesEqual};
}

} // namespace

IdentityComparison compare(const BasicItems& left, const BasicItems& right) {
    const auto item = [](Item which, const Finding& finding) {
        return ItemComparison{which, finding.agreement, finding.rule};
    };
    return IdentityComparison({
        item(Item::Name, compare_names(left.name, left.other_name, right.name, right.other_name)),
        item(Item::Kana, compare_names(left.kana, left.other_kana, right.kana, right.other_kana)),
        item(Item::BirthDate, compare_dates(left.birth_date, right.birth_date)),
        item(Item::Sex, compare_sexes(left.sex, right.sex)),
        item(Item::Address, compare_addresses(left.address, right.address)),
    });
}

} // namespace madoguchi::eligibility::identity
