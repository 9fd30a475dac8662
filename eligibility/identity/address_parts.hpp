// A folded address taken apart: where the block is, its numbers, the building on it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility::identity {

struct AddressParts {
    std::u32string area;              // up to the numbers: prefecture, municipality, town
    std::vector<std::u32string> lots; // 2, 1, 2 of 2-1-2; without leading zeros
    std::u32string building;          // its name
    std::u32string room;              // 101, A-101

    [[nodiscard]] bool has_building() const { return !building.empty() || !room.empty(); }
};

// folded: by fold_place_words and fold_address_numbers.
[[nodiscard]] AddressParts parse_address(std::u32string_view folded);

} // namespace madoguchi::eligibility::identity
