#include "eligibility/identity/notation.hpp"

#include "eligibility/text/utf8.hpp"

#include <algorithm>

namespace madoguchi::eligibility::identity {

namespace {

constexpr std::u32string_view name_punctuation = U"・=,.'’‐‑‒–—―−-";

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

template <typename Predicate>
std::u32string without(std::u32string text, Predicate predicate) {
    text.erase(std::remove_if(text.begin(), text.end(), predicate), text.end());
    return text;
}

} // namespace

std::u32string fold_width_and_space(std::string_view text) {
    std::u32string folded = text::nfkc_code_points(text, text::Ideographs::Keep);
    std::size_t kept = 0;
    bool space_pending = false;
    for (const char32_t point : folded) {
        if (is_space(point)) {
            space_pending = true;
            continue;
        }
        // There is room: a space was read for the hyphen written.
        if (space_pending && kept > 0 && is_digit(folded[kept - 1]) && is_digit(point)) {
            folded[kept++] = U'-';
        }
        folded[kept++] = point;
        space_pending = false;
    }
    folded.resize(kept);
    return folded;
}

std::u32string fold_punctuation(std::u32string text) {
    return without(std::move(text), [](char32_t point) {
        return name_punctuation.find(point) != std::u32string_view::npos;
    });
}

std::u32string fold_letter_case(std::u32string text) {
    std::transform(text.begin(), text.end(), text.begin(), text::plain_capital);
    return text;
}

std::u32string fold_iteration_marks(std::u32string text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == U'々' || text[at] == U'〻' || text[at] == U'ゝ' || text[at] == U'ヽ') {
            text[at] = text[at - 1];
        }
    }
    return text;
}

std::u32string fold_kanji_form(std::u32string text) {
    text = without(std::move(text), is_variation_selector);
    std::transform(text.begin(), text.end(), text.begin(), text::unified_ideograph);
    return text;
}

std::u32string fold_kanji(std::u32string text, const KanjiClasses& classes) {
    for (char32_t& point : text) {
        point = classes.representative(point);
    }
    return text;
}

std::u32string fold_name(std::string_view name, const ComparisonTables& tables) {
    const auto form = fold_kanji_form(fold_kana_script(fold_width_and_space(name)));
    return fold_kanji(fold_kanji(form, tables.forms), tables.confusables);
}

bool is_kanji(char32_t point) noexcept {
    return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
           (point >= 0x20000 && point <= 0x3FFFF) || point == U'々' || point == U'〆';
}

bool is_kana(char32_t point) noexcept {
    return (point >= U'ぁ' && point <= U'ゟ') ||
           (point >= U'ァ' && point <= U'ヿ' && point != U'・');
}

bool is_placeholder(char32_t point) noexcept {
    return point == U'●' || point == U'〓' || point == U'?' || point == 0xFFFD ||
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

} // namespace madoguchi::eligibility::identity
