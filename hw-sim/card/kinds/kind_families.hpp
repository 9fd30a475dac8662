// The families that the table of card kinds is put together from; one source file each.
#pragma once

#include "hw-sim/card/kinds/card_kind.hpp"

namespace madoguchi::sim {

[[nodiscard]] std::vector<CardKind> chip_kinds();            // answer to reset, extended length
[[nodiscard]] std::vector<CardKind> holder_kinds();          // children, photos, names, addresses
[[nodiscard]] std::vector<CardKind> number_kinds();          // PINs that are blocked or not there
[[nodiscard]] std::vector<CardKind> certificate_kinds();     // dates, revocation, authorities
[[nodiscard]] std::vector<CardKind> encoding_kinds();        // other bytes around the same data
[[nodiscard]] std::vector<CardKind> habit_kinds();           // behaviours of chip and reader
[[nodiscard]] std::vector<CardKind> token_kinds();           // phones, and guests on the card
[[nodiscard]] std::vector<CardKind> next_generation_kinds(); // provisional
[[nodiscard]] std::vector<CardKind> foreign_kinds();         // other cards

} // namespace madoguchi::sim
