// Names taken apart: into words, and into the forms that brackets add.
#pragma once

#include "eligibility/identity/agreement.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility::identity {

// The words of a name, widths and Latin letters folded; split at spaces, commas, dots and hyphens.
[[nodiscard]] std::vector<std::u32string> name_words(std::string_view name);

// How two names of Latin letters agree word by word, when not all words are the same in order.
// Nothing when the words say no more than that they differ.
[[nodiscard]] std::optional<Finding> compare_words(const std::vector<std::u32string>& left,
                                                   const std::vector<std::u32string>& right);

// The same words, beginning elsewhere: JOHN WILLIAM SMITH and SMITH JOHN WILLIAM.
[[nodiscard]] bool is_rotated(const std::vector<std::u32string>& left,
                              const std::vector<std::u32string>& right);

// SMITH JOHN（スミス　ジョン） gives what stands outside and what stands inside; 佐藤[鈴木]花子, as
// a card shows a registered former family name, gives 佐藤花子 and 鈴木花子. Without brackets:
// nothing.
[[nodiscard]] std::vector<std::string> bracketed_forms(std::string_view name);

// Which scripts a folded name uses.
struct Scripts {
    bool kanji = false;
    bool kana = false;
    bool latin = false;
    bool other = false;

    [[nodiscard]] bool only_latin() const { return latin && !kanji && !kana && !other; }
    [[nodiscard]] bool only_kana() const { return kana && !kanji && !latin && !other; }
};
[[nodiscard]] Scripts scripts_of(std::u32string_view folded);

// Whether a name with kanji may be read as this katakana: its own kana stand there in order, and
// each run of kanji has at least one kana. folded, katakana: without spaces.
[[nodiscard]] bool may_be_read_as(std::u32string_view folded, std::u32string_view katakana);

} // namespace madoguchi::eligibility::identity
