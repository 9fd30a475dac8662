#include "eligibility/identity/notation.hpp"

#include <array>

namespace madoguchi::eligibility::identity {

namespace {

// Kana that stand between kanji in place names, and what they are all folded to.
struct LinkingKana {
    std::u32string_view written;
    char32_t folded;
};

constexpr std::array linking_kana{
    LinkingKana{U"ヶケヵカガ箇个", U'ヶ'},
    LinkingKana{U"ノ之乃", U'ノ'},
    LinkingKana{U"ッツ", U'ツ'},
};

bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

// 〒123-4567 at the front.
std::u32string_view without_postal_code(std::u32string_view text) {
    if (!text.starts_with(U'〒')) {
        return text;
    }
    constexpr std::size_t longest = 9; // sign, three digits, hyphen, four digits
    std::size_t end = 1;
    while (end < text.size() && end < longest && (is_digit(text[end]) || text[end] == U'-')) {
        ++end;
    }
    return text.substr(end);
}

// The length of 大字, 小字 or 字 here. 文字 and 十字 are parts of names.
std::size_t section_word(std::u32string_view text, std::size_t at) {
    const std::u32string_view rest = text.substr(at);
    if (rest.front() != U'字' && rest.front() != U'大' && rest.front() != U'小') {
        return 0;
    }
    if (rest.starts_with(U"大字") || rest.starts_with(U"小字")) {
        return 2;
    }
    const char32_t before = at == 0 ? U' ' : text[at - 1];
    return rest.front() == U'字' && before != U'文' && before != U'十' ? 1 : 0;
}

char32_t linked(std::u32string_view text, std::size_t at) {
    for (const LinkingKana& kana : linking_kana) {
        if (kana.written.find(text[at]) != std::u32string_view::npos) {
            const bool between_kanji =
                at > 0 && at + 1 < text.size() && is_kanji(text[at - 1]) && is_kanji(text[at + 1]);
            return between_kanji ? kana.folded : text[at];
        }
    }
    return text[at];
}

} // namespace

std::u32string fold_place_words(std::u32string text) {
    const std::u32string script = fold_kana_script(std::move(text));
    const std::u32string_view rest = without_postal_code(script);
    std::u32string folded;
    folded.reserve(rest.size());
    for (std::size_t at = 0; at < rest.size();) {
        const std::size_t dropped = section_word(rest, at);
        if (dropped == 0) {
            folded.push_back(linked(rest, at));
        }
        at += dropped == 0 ? 1 : dropped;
    }
    return folded;
}

} // namespace madoguchi::eligibility::identity
