// Which number opens what, as the card was measured (card-interface reference, sections 5, 7.5).
#pragma once

#include "hw-sim/card/card_content.hpp"

namespace madoguchi::sim {

// One row of the table: a number and the files it opens; no number: what is free to all.
struct Opening {
    std::optional<apdu::FileId> number;
    std::vector<apdu::FileId> files;
};
using AccessTable = std::vector<Opening>;

[[nodiscard]] const AccessTable& jpki_access();
[[nodiscard]] const AccessTable& input_support_access();
[[nodiscard]] const AccessTable& surface_access();
[[nodiscard]] const AccessTable& merged_surface_access(); // provisional, not measured

// The rule for one file: free, opened by the numbers in whose rows it stands, or closed.
[[nodiscard]] AccessRule rule_for(apdu::FileId file, const AccessTable& table);

} // namespace madoguchi::sim
