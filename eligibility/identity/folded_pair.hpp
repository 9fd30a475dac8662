// Two texts folded step by step until they are equal or no step is left.
#pragma once

#include "eligibility/identity/agreement.hpp"
#include "eligibility/identity/comparison_tables.hpp"

#include <span>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::identity {

struct FoldStep {
    Rule rule;
    Agreement agreement; // of what this step makes equal
    std::u32string (*fold)(std::u32string text, const ComparisonTables& tables);
};

// Left and right folded by the same steps, and what that found. Different: not equal after all
// steps; an item may know more ways to compare.
struct FoldedPair {
    std::u32string left;
    std::u32string right;
    Finding finding;
};

// Width and space first, then the steps in order. A text with placeholders is never equal; it fits,
// proves nothing, or differs.
[[nodiscard]] FoldedPair fold_until_equal(std::string_view left, std::string_view right,
                                          std::span<const FoldStep> steps,
                                          const ComparisonTables& tables);

} // namespace madoguchi::eligibility::identity
