// Answers to reset of one chip family (reference, sections 2.1 and 2.2).
#pragma once

#include <array>
#include <cstdint>

namespace madoguchi::sim {

// Over contacts, without the initial 3B: what GET DATA 5F51 gives.
inline constexpr std::array<std::uint8_t, 8> contact_answer_to_reset_without_ts{
    0xE0, 0x00, 0xFF, 0x81, 0x31, 0xFE, 0x45, 0x14};

// What a PC/SC reader builds for the contactless card.
inline constexpr std::array<std::uint8_t, 13> contactless_answer_to_reset{
    0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x05, 0xE0, 0xB3, 0x81, 0xA1, 0x00, 0x7F};

} // namespace madoguchi::sim
