// Foldings: each removes one way in which the same thing is written differently. They work on code
// points and never make text say something else. Source: requirements notes, section F.
#pragma once

#include "eligibility/identity/comparison_tables.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::identity {

// Compatibility forms (full and half width, half-width kana with their marks) and spaces. A space
// between digits becomes a hyphen: it parts numbers there. Forms of kanji stay as they are.
[[nodiscard]] std::u32string fold_width_and_space(std::string_view text);

// Middle dots, hyphens, commas, full stops and apostrophes go.
[[nodiscard]] std::u32string fold_punctuation(std::u32string text);

// Latin letters to capitals without accents.
[[nodiscard]] std::u32string fold_letter_case(std::u32string text);

// Hiragana to katakana.
[[nodiscard]] std::u32string fold_kana_script(std::u32string text);

// Katakana: ャ to ヤ, ッ to ツ, ヶ to ケ.
[[nodiscard]] std::u32string fold_small_kana(std::u32string text);

// Katakana: ヂ to ジ, ヅ to ズ, ヲ to オ, ヰ to イ, ヱ to エ; a hyphen typed for the long mark.
[[nodiscard]] std::u32string fold_kana_sound(std::u32string text);

// 々, ゝ and ヽ become the character they repeat.
[[nodiscard]] std::u32string fold_iteration_marks(std::u32string text);

// Compatibility ideographs become unified ones; variation selectors go.
[[nodiscard]] std::u32string fold_kanji_form(std::u32string text);

// Each kanji becomes the one that stands for its class.
[[nodiscard]] std::u32string fold_kanji(std::u32string text, const KanjiClasses& classes);

// A name without width, spaces, script of its kana, forms of its kanji and what is mixed up with
// them: what is left tells that two names may be one.
[[nodiscard]] std::u32string fold_name(std::string_view name, const ComparisonTables& tables);

// Words that people write or leave out in addresses: 〒 with its number, 大字, 字, 小字; ヶ, ケ, が
// and ヵ; ノ, の and 之; ツ, つ and ッ between kanji; hiragana.
[[nodiscard]] std::u32string fold_place_words(std::u32string text);

// Block and house numbers: 二丁目一番地二号, 2丁目1-2, ２－１の２ all give 2-1-2. Numerals in place
// names (八重洲, 三番町) and the long mark in katakana words stay as they are.
[[nodiscard]] std::u32string fold_address_numbers(std::u32string_view text);

// 二十三 and 二三 are 23, 百五 is 105. Nothing for other text and for more than six numerals.
[[nodiscard]] std::optional<unsigned> kanji_number(std::u32string_view numerals);

// Equal but for ー where the other has the vowel that it lengthens. Katakana.
[[nodiscard]] bool equal_but_for_long_marks(std::u32string_view left, std::u32string_view right);

[[nodiscard]] bool is_kanji(char32_t point) noexcept;
[[nodiscard]] bool is_kana(char32_t point) noexcept; // both scripts and the long mark

// ●, 〓, ?, the replacement character and private-use characters: each stands for one character
// that a system could not show.
[[nodiscard]] bool is_placeholder(char32_t point) noexcept;

// Equal when each placeholder may be any one character.
[[nodiscard]] bool fits_with_placeholders(std::u32string_view left, std::u32string_view right);

} // namespace madoguchi::eligibility::identity
