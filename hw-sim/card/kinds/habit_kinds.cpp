// Behaviours that a chip, or the reader before it, may show (reference, sections 2.4, 4.2 and 4.4;
// reliability, C21 and C22).
#include "hw-sim/card/kinds/kind_families.hpp"

namespace madoguchi::sim {

std::vector<CardKind> habit_kinds() {
    return {
        {.name = "first-command-fails",
         .description = "6F00 to the first command after power-on",
         .behaviour = {.fails_first_command = true}},
        {.name = "no-short-id-6a86",
         .description = "VERIFY that names its number by short identifier gets 6A86",
         .behaviour = {.refuses_short_id_of_number = apdu::status::wrong_parameters}},
        {.name = "no-short-id-6a88",
         .description = "VERIFY that names its number by short identifier gets 6A88",
         .behaviour = {.refuses_short_id_of_number = apdu::status::reference_data_not_found}},
        {.name = "pieces-255",
         .description = "READ BINARY gives 255 bytes at most",
         .behaviour = {.longest_piece = 255}},
        {.name = "pieces-256",
         .description = "READ BINARY gives 256 bytes at most",
         .behaviour = {.longest_piece = 256}},
        {.name = "pieces-1690",
         .description = "READ BINARY gives 1690 bytes at most",
         .behaviour = {.longest_piece = 1690}},
        {.name = "warns-at-end",
         .description = "6282 instead of 9000 where a file ends before Le",
         .behaviour = {.warns_at_end_of_file = true}},
    };
}

} // namespace madoguchi::sim
