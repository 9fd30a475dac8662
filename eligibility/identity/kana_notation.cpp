#include "eligibility/identity/notation.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::identity {

namespace {

constexpr std::u32string_view small_kana = U"ァィゥェォッャュョヮヵヶ";
constexpr std::u32string_view large_kana = U"アイウエオツヤユヨワカケ";
constexpr std::u32string_view rare_sounds = U"ヂヅヲヰヱ";
constexpr std::u32string_view usual_sounds = U"ジズオイエ";
constexpr std::u32string_view hyphens = U"-‐‑‒–—―−─";

constexpr std::u32string_view long_a = U"アカサタナハマヤラワガザダバパ";
constexpr std::u32string_view long_i = U"イキシチニヒミリギジビピ";
constexpr std::u32string_view long_u = U"ウクスツヌフムユルグズブプヴ";
constexpr std::u32string_view long_e = U"エケセテネヘメレゲゼデベペ";
constexpr std::u32string_view long_o = U"オコソトノホモヨロゴゾドボポ";

char32_t exchanged(char32_t point, std::u32string_view from, std::u32string_view to) {
    const std::size_t at = from.find(point);
    return at == std::u32string_view::npos ? point : to[at];
}

std::u32string exchange(std::u32string text, std::u32string_view from, std::u32string_view to) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [&](char32_t point) { return exchanged(point, from, to); });
    return text;
}

// The kana by which the vowel of the kana before is written long.
std::u32string_view lengthening(char32_t before) {
    struct Row {
        std::u32string_view kana;
        std::u32string_view lengthened_by;
    };
    constexpr std::array rows{Row{long_a, U"ア"}, Row{long_i, U"イ"}, Row{long_u, U"ウ"},
                              Row{long_e, U"エイ"}, Row{long_o, U"オウ"}};
    for (const Row& row : rows) {
        if (row.kana.find(before) != std::u32string_view::npos) {
            return row.lengthened_by;
        }
    }
    return {};
}

} // namespace

std::u32string fold_kana_script(std::u32string text) {
    for (char32_t& point : text) {
        if ((point >= U'ぁ' && point <= U'ゖ') || point == U'ゝ' || point == U'ゞ') {
            point += U'ァ' - U'ぁ';
        }
    }
    return text;
}

std::u32string fold_small_kana(std::u32string text) {
    return exchange(std::move(text), small_kana, large_kana);
}

std::u32string fold_kana_sound(std::u32string text) {
    text = exchange(std::move(text), rare_sounds, usual_sounds);
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (hyphens.find(text[at]) != std::u32string_view::npos && is_kana(text[at - 1])) {
            text[at] = U'ー';
        }
    }
    return text;
}

bool equal_but_for_long_marks(std::u32string_view left, std::u32string_view right) {
    if (left.size() != right.size()) {
        return false;
    }
    const auto lengthens = [](char32_t mark, char32_t vowel, char32_t before) {
        return mark == U'ー' && lengthening(before).find(vowel) != std::u32string_view::npos;
    };
    for (std::size_t at = 0; at < left.size(); ++at) {
        const bool both_long = at > 0 && (lengthens(left[at], right[at], right[at - 1]) ||
                                          lengthens(right[at], left[at], left[at - 1]));
        if (left[at] != right[at] && !both_long) {
            return false;
        }
    }
    return true;
}

} // namespace madoguchi::eligibility::identity
