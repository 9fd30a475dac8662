// Answers to reset of the chips in circulation (reference, sections 2.1 and 2.2).
#pragma once

#include "hal/base/bytes.hpp"

namespace madoguchi::sim {

// What a PC/SC reader shows for a chip, and what GET DATA 5F51 says of it over contacts (without
// the initial 3B).
struct Chip {
    Bytes answer_to_reset;
    Bytes contact_answer_without_ts;
};

inline const Bytes plain_contact_answer_without_ts{0xE0, 0x00, 0xFF, 0x81, 0x31, 0xFE, 0x45, 0x14};

// Contactless, as a reader builds it from application data, protocol information and bit rates.
inline const Chip contactless_chip{
    {0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x05, 0xE0, 0xB3, 0x81, 0xA1, 0x00, 0x7F},
    plain_contact_answer_without_ts};

} // namespace madoguchi::sim
