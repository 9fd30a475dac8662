// The ordinary card's data in other bytes.
#include "hw-sim/card/kinds/kind_families.hpp"

namespace madoguchi::sim {

std::vector<CardKind> encoding_kinds() {
    return {
        // No dump of such a card was seen: which bytes, and whether the offset table counts them,
        // is unknown. Here they are neither a tag nor filler, and the table does not count them.
        {.name = "stray-bytes",
         .description = "two bytes before the FF20 of the 基本4情報, as told of cards of 2023",
         .before_basic_four = {0x5A, 0xA5}},
        {.name = "long-lengths",
         .description = "TLV lengths of three bytes wherever BER and simple TLV allow them",
         .lengths = LengthForm::TwoBytes},
    };
}

} // namespace madoguchi::sim
