// Which characters a receiving system takes, and what becomes of those it does not: nothing is lost
// silently. Source: eligibility interface notes, section 10 (claims take JIS X 0208 only).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility::oqs {

enum class Repertoire : std::uint8_t {
    Unicode,
    Cp932,   // all of Windows' Shift_JIS
    JisX0208 // JIS X 0208 and, in one byte each, JIS X 0201
};

// "unicode", "cp932", "jis-x-0208".
[[nodiscard]] std::string_view name_of(Repertoire repertoire) noexcept;

// code_point: one Unicode scalar value.
[[nodiscard]] bool has_character(Repertoire repertoire, char32_t code_point);

struct Replacement {
    char32_t code_point; // what has no place
    std::string by;      // UTF-8: a variant of the same character, "●", or nothing for a selector

    friend bool operator==(const Replacement&, const Replacement&) = default;
};

struct FittedText {
    std::string text;                      // UTF-8, every character of it in the repertoire
    std::vector<Replacement> replacements; // in order of appearance
};

// utf8: valid UTF-8. Contract.
[[nodiscard]] FittedText fit(std::string_view utf8, Repertoire repertoire);

} // namespace madoguchi::eligibility::oqs
