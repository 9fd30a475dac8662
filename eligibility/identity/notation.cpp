#include "eligibility/identity/notation.hpp"

#include "eligibility/text/utf8.hpp"

#include <algorithm>

namespace madoguchi::eligibility::identity {

namespace {

bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

// NFKC has turned U+3000 and the other wide spaces into U+0020.
bool is_space(char32_t point) {
    return point == U' ' || point == U'\t' || point == U'\u200B';
}

bool is_variation_selector(char32_t point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

bool in_private_use(char32_t point) {
    return (point >= 0xE000 && point <= 0xF8FF) || (point >= 0xF0000 && point <= 0x10FFFD);
}

} // namespace

std::u32string fold_width_and_space(std::string_view text) {
    std::u32string folded;
    bool space_pending = false;
    for (const char32_t point : text::nfkc_code_points(text)) {
        if (is_space(point) || is_variation_selector(point)) {
            space_pending = space_pending || is_space(point);
            continue;
        }
        if (space_pending && !folded.empty() && is_digit(folded.back()) && is_digit(point)) {
            folded.push_back(U'-');
        }
        folded.push_back(point);
        space_pending = false;
    }
    return folded;
}

std::u32string fold_kana_script(std::u32string_view text) {
    std::u32string folded(text);
    for (char32_t& point : folded) {
        if ((point >= U'ぁ' && point <= U'ゖ') || point == U'ゝ' || point == U'ゞ') {
            point += U'ァ' - U'ぁ';
        }
    }
    return folded;
}

bool is_placeholder(char32_t point) noexcept {
    return point == U'●' || point == U'〓' || point == U'?' || point == U'？' || point == 0xFFFD ||
           in_private_use(point);
}

bool fits_with_placeholders(std::u32string_view left, std::u32string_view right) {
    if (left.size() != right.size()) {
        return false;
    }
    return std::equal(left.begin(), left.end(), right.begin(), [](char32_t one, char32_t other) {
        return one == other || is_placeholder(one) || is_placeholder(other);
    });
}

bool is_part_of(std::u32string_view part, std::u32string_view whole) {
    if (part.empty() || part.size() >= whole.size() || !whole.starts_with(part)) {
        return false;
    }
    // 2-1 is no part of 2-12.
    return !(is_digit(part.back()) && is_digit(whole[part.size()]));
}

} // namespace madoguchi::eligibility::identity
