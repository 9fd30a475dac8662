#include "eligibility/identity/folded_pair.hpp"

#include "eligibility/identity/notation.hpp"

#include <algorithm>

namespace madoguchi::eligibility::identity {

namespace {

bool has_placeholder(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(), is_placeholder);
}

// Such a text proves nothing, not even that it is different.
bool consists_of_placeholders(const std::u32string& text) {
    return std::all_of(text.begin(), text.end(), is_placeholder);
}

Finding judge_uncertain(const FoldedPair& pair) {
    if (consists_of_placeholders(pair.left) || consists_of_placeholders(pair.right)) {
        return {Agreement::Unknown, Rule::Absent};
    }
    if (fits_with_placeholders(pair.left, pair.right)) {
        return {Agreement::Unknown, Rule::PlaceholderFits};
    }
    return {Agreement::Different, Rule::NoRuleMakesEqual};
}

} // namespace

FoldedPair fold_until_equal(std::string_view left, std::string_view right,
                            std::span<const FoldStep> steps, const ComparisonTables& tables) {
    if (left.empty() || right.empty()) {
        return {{}, {}, {Agreement::Unknown, Rule::Absent}};
    }
    FoldedPair pair{fold_width_and_space(left), {}, {}};
    const bool same_bytes = left == right;
    pair.right = same_bytes ? pair.left : fold_width_and_space(right);
    const bool certain = !has_placeholder(pair.left) && !has_placeholder(pair.right) &&
                         !pair.left.empty() && !pair.right.empty();
    if (certain && pair.left == pair.right) {
        pair.finding = same_bytes ? Finding{Agreement::Equal, Rule::Exact}
                                  : Finding{Agreement::EqualByNotation, Rule::WidthAndSpace};
        return pair;
    }
    for (const FoldStep& step : steps) {
        pair.left = step.fold(std::move(pair.left), tables);
        pair.right = step.fold(std::move(pair.right), tables);
        if (certain && pair.left == pair.right) {
            pair.finding = {step.agreement, step.rule};
            return pair;
        }
    }
    pair.finding = judge_uncertain(pair);
    return pair;
}

} // namespace madoguchi::eligibility::identity
