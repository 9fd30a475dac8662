#include "bench/identity/textual_folding.hpp"

#include "eligibility/text/utf8.hpp"

#include <array>
#include <string>
#include <string_view>

namespace madoguchi::bench {

namespace {

constexpr std::u32string_view kanji_digits = U"〇一二三四五六七八九";
constexpr std::u32string_view hyphens = U"-‐‑‒–—―−ー";

bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

// Compatibility forms made one; no spaces.
std::u32string folded_text(std::string_view text) {
    std::u32string folded = eligibility::text::nfkc_code_points(text);
    std::erase(folded, U' ');
    return folded;
}

// 二丁目 to 2丁目, up to ninety-nine.
std::u32string with_plain_numerals(const std::u32string& text) {
    std::u32string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t digit = kanji_digits.find(text[at]);
        const bool is_ten = text[at] == U'十';
        if (digit == std::u32string_view::npos && !is_ten) {
            made += text[at];
            continue;
        }
        const bool after_digit = !made.empty() && is_digit(made.back());
        const bool before_digit =
            at + 1 < text.size() && kanji_digits.find(text[at + 1]) != std::u32string_view::npos;
        if (!is_ten) {
            made += static_cast<char32_t>(U'0' + digit);
        } else if (!after_digit || !before_digit) {
            made += after_digit ? U"0" : before_digit ? U"1" : U"10";
        }
    }
    return made;
}

// Whatever parts two numbers becomes a hyphen, and 号 at their end goes.
std::u32string folded_address(std::string_view address) {
    constexpr std::array<std::u32string_view, 6> parting{U"丁目", U"番地の", U"番地",
                                                         U"番",   U"号",     U"の"};
    std::u32string text = with_plain_numerals(folded_text(address));
    for (char32_t& point : text) {
        point = hyphens.find(point) != std::u32string_view::npos ? U'-' : point;
    }
    for (const std::u32string_view part : parting) {
        for (std::size_t at = text.find(part); at != std::u32string::npos;
             at = text.find(part, at + 1)) {
            if (at > 0 && is_digit(text[at - 1])) {
                const std::size_t after = at + part.size();
                const bool parts_numbers = after < text.size() && is_digit(text[after]);
                text.replace(at, part.size(), parts_numbers ? U"-" : U"");
            }
        }
    }
    return text;
}

} // namespace

bool equal_after_textual_folding(const eligibility::BasicItems& left,
                                 const eligibility::BasicItems& right) {
    return left.birth_date == right.birth_date && left.sex == right.sex &&
           folded_text(left.name) == folded_text(right.name) &&
           folded_text(left.kana) == folded_text(right.kana) &&
           folded_address(left.address) == folded_address(right.address);
}

} // namespace madoguchi::bench
