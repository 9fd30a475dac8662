// Prefecture, municipality and town of two folded addresses.
#pragma once

#include "eligibility/identity/agreement.hpp"
#include "eligibility/identity/comparison_tables.hpp"

#include <string_view>

namespace madoguchi::eligibility::identity {

[[nodiscard]] Finding compare_areas(std::u32string_view left, std::u32string_view right,
                                    const PlaceNames& places);

} // namespace madoguchi::eligibility::identity
