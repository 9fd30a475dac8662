// Small changes to a finished card.
#pragma once

#include "hw-sim/card/card_content.hpp"

namespace madoguchi::sim {

// Contract for all: the application and the file are on the card.
[[nodiscard]] CardApplication& application_in(CardContent& content, const apdu::Aid& aid);
[[nodiscard]] CardFile& file_in(CardContent& content, const apdu::Aid& aid, apdu::FileId file);
// A number with no try left.
void block_number(CardContent& content, const apdu::Aid& aid, apdu::FileId file);
void remove_file(CardContent& content, const apdu::Aid& aid, apdu::FileId file);

} // namespace madoguchi::sim
