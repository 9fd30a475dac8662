// 別紙5-1 whole, for people: every vocabulary that is known in public, every code of it and its
// Japanese word. What our program acts upon is in code_tables; the two are tested against each
// other. Source: eligibility interface notes, section 6.
#pragma once

#include <span>
#include <string_view>

namespace madoguchi::eligibility::oqs {

struct Vocabulary {
    std::string_view number; // of OQSCD, three digits
    std::string_view title;
};

struct CodeWord {
    std::string_view vocabulary;
    std::string_view code;
    std::string_view word;
};

[[nodiscard]] std::span<const Vocabulary> all_vocabularies() noexcept;

// Empty for an unknown number.
[[nodiscard]] std::span<const CodeWord> words_of(std::string_view vocabulary) noexcept;

// Empty for an unknown code.
[[nodiscard]] std::string_view word_for(std::string_view vocabulary,
                                        std::string_view code) noexcept;

} // namespace madoguchi::eligibility::oqs
