#include "eligibility/identity/name_repair.hpp"

#include "eligibility/identity/name_comparison.hpp"
#include "eligibility/identity/notation.hpp"

#include <algorithm>

namespace madoguchi::eligibility::identity {

std::string_view name_of(NameSource source) noexcept {
    return source == NameSource::Chip ? "chip" : "answer";
}

SourcedName name_to_show(std::string_view answer_name, std::string_view verified_chip_name,
                         const ComparisonTables& tables) {
    const std::u32string chip = fold_width_and_space(verified_chip_name);
    const bool chip_is_whole = std::none_of(chip.begin(), chip.end(), is_placeholder);
    const Finding finding = compare_names({answer_name, {}}, {verified_chip_name, {}}, tables);
    return chip_is_whole && finding.rule == Rule::PlaceholderFits
               ? SourcedName{std::string(verified_chip_name), NameSource::Chip}
               : SourcedName{std::string(answer_name), NameSource::Answer};
}

} // namespace madoguchi::eligibility::identity
