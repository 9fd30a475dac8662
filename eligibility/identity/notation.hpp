// Foldings: each removes one way in which the same thing is written differently. They work on code
// points and never make text say something else. Source: requirements notes, section F.
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::eligibility::identity {

// Compatibility forms (full and half width, half-width kana with their marks), spaces and
// variation selectors. A space between digits becomes a hyphen: it parts numbers there.
[[nodiscard]] std::u32string fold_width_and_space(std::string_view text);

// Hiragana to katakana.
[[nodiscard]] std::u32string fold_kana_script(std::u32string_view text);

// Block and house numbers: 二丁目一番地二号, 2丁目1-2, ２－１の２ all give 2-1-2. Numerals in place
// names (八重洲, 三番町) and the long mark in katakana words stay as they are.
[[nodiscard]] std::u32string fold_address_numbers(std::u32string_view text);

// ●, 〓, ?, the replacement character and private-use characters: each stands for one character
// that a system could not show.
[[nodiscard]] bool is_placeholder(char32_t point) noexcept;

// Equal when each placeholder may be any one character.
[[nodiscard]] bool fits_with_placeholders(std::u32string_view left, std::u32string_view right);

// One address ends where the other goes on with a further part (a room, a building, a sub-number).
[[nodiscard]] bool is_part_of(std::u32string_view part, std::u32string_view whole);

} // namespace madoguchi::eligibility::identity
