// The comparison measured on pairs whose right verdict is known.
#pragma once

#include "eligibility/identity/identity_comparison.hpp"
#include "hal/base/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::eligibility::identity {

struct IdentityCase {
    Item item = Item::Name;
    std::string left; // empty: not known
    std::string right;
    Agreement expected = Agreement::Unknown;
};

// A line "item, left, right, expected agreement" with tabs between. Empty lines and lines that
// begin with # are nothing. Errors: SyntaxInvalid, ValueInvalid, TextInvalid.
[[nodiscard]] Result<std::optional<IdentityCase>> parse_identity_case(std::string_view line);

// How often each agreement was found where each was expected. Every case counts twice: both ways
// round.
class ConfusionTable {
public:
    void add(Agreement expected, Agreement found) noexcept;

    [[nodiscard]] std::uint64_t count(Agreement expected, Agreement found) const noexcept;
    [[nodiscard]] std::uint64_t total() const noexcept;
    [[nodiscard]] std::uint64_t right() const noexcept;
    // Found equal in any way where unknown or different was expected: the one error that can give a
    // patient another person's data.
    [[nodiscard]] std::uint64_t wrongly_equal() const noexcept;

private:
    std::array<std::array<std::uint64_t, agreement_count>, agreement_count> counts_{};
};

// What the comparison says of the case's item alone.
[[nodiscard]] ItemComparison compare_case(const IdentityCase& one, bool reversed,
                                          const ComparisonTables& tables);

} // namespace madoguchi::eligibility::identity
