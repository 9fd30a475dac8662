// Addresses compared part by part: area, lot numbers, building and room.
#pragma once

#include "eligibility/identity/agreement.hpp"
#include "eligibility/identity/comparison_tables.hpp"

#include <string_view>

namespace madoguchi::eligibility::identity {

// Building and room may be missing on a side; lot numbers may not (2-1 and 2-1-2: unknown). A
// prefecture or 郡 may be missing, unless the municipality's name exists in several prefectures.
[[nodiscard]] Finding compare_addresses(std::string_view left, std::string_view right,
                                        const ComparisonTables& tables);

} // namespace madoguchi::eligibility::identity
