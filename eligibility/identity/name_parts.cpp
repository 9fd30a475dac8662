#include "eligibility/identity/name_parts.hpp"

#include "eligibility/identity/notation.hpp"
#include "eligibility/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::identity {

namespace {

using Words = std::vector<std::u32string>;

constexpr std::u32string_view separators = U" \t,.-‐‑‒–—−・=";

// An initial stands for a word.
bool is_same_word(std::u32string_view one, std::u32string_view other) {
    return one == other || (one.size() == 1 && other.starts_with(one)) ||
           (other.size() == 1 && one.starts_with(other));
}

// The first and the last word are there and the others in order: only middle names are left out.
bool lacks_only_middle(const Words& shorter, const Words& longer) {
    if (shorter.size() < 2 || shorter.size() > longer.size() || shorter.front() != longer.front() ||
        shorter.back() != longer.back()) {
        return false;
    }
    auto at = longer.begin();
    for (const std::u32string& word : shorter) {
        at = std::find_if(at, longer.end(),
                          [&](const auto& one) { return is_same_word(one, word); });
        if (at == longer.end()) {
            return false;
        }
        ++at;
    }
    return true;
}

// With words missing at the end, or cut off within one by a field that is too short. No field is as
// short as the names that merely begin alike (YI, YING).
bool is_cut(const Words& shorter, const Words& longer) {
    if (shorter.size() < 2 || shorter.size() > longer.size()) {
        return false;
    }
    constexpr std::size_t shortest_field = 15;
    std::size_t letters = 0;
    for (const std::u32string& word : shorter) {
        letters += word.size();
    }
    const std::size_t whole = shorter.size() - 1;
    return (letters >= shortest_field || longer[whole] == shorter[whole]) &&
           std::equal(shorter.begin(), shorter.begin() + static_cast<std::ptrdiff_t>(whole),
                      longer.begin()) &&
           longer[whole].starts_with(shorter[whole]);
}

bool all_contained(const Words& shorter, const Words& longer) {
    return shorter.size() >= 2 &&
           std::all_of(shorter.begin(), shorter.end(), [&](const auto& word) {
               return std::find(longer.begin(), longer.end(), word) != longer.end();
           });
}

struct Brackets {
    std::string_view open;
    std::string_view close;
    bool holds_family_name; // the rest of the name goes with what stands inside
};
constexpr std::array brackets{
    Brackets{"（", "）", false}, Brackets{"(", ")", false},  Brackets{"［", "］", true},
    Brackets{"[", "]", true},    Brackets{"〔", "〕", true},
};

} // namespace

std::vector<std::u32string> name_words(std::string_view name) {
    const std::u32string points =
        fold_letter_case(text::nfkc_code_points(name, text::Ideographs::Keep));
    Words words;
    bool inside = false;
    for (const char32_t point : points) {
        if (separators.find(point) != std::u32string_view::npos) {
            inside = false;
            continue;
        }
        if (!inside) {
            words.emplace_back();
        }
        words.back().push_back(point);
        inside = true;
    }
    return words;
}

bool is_rotated(const std::vector<std::u32string>& left, const std::vector<std::u32string>& right) {
    if (left.size() != right.size() || left.size() < 2) {
        return false;
    }
    Words turned = left;
    for (std::size_t turn = 1; turn < left.size(); ++turn) {
        std::rotate(turned.begin(), turned.begin() + 1, turned.end());
        if (turned == right) {
            return true;
        }
    }
    return false;
}

std::optional<Finding> compare_words(const std::vector<std::u32string>& left,
                                     const std::vector<std::u32string>& right) {
    if (is_rotated(left, right)) {
        return Finding{Agreement::EqualByNotation, Rule::NameOrder};
    }
    const Words& shorter = left.size() <= right.size() ? left : right;
    const Words& longer = left.size() <= right.size() ? right : left;
    if (lacks_only_middle(shorter, longer)) {
        return Finding{Agreement::EqualByNotation, Rule::MiddleName};
    }
    if (is_cut(shorter, longer) || all_contained(shorter, longer) ||
        (left.size() == right.size() && is_cut(longer, shorter))) {
        return Finding{Agreement::Unknown, Rule::PartOfOther};
    }
    return std::nullopt;
}

std::vector<std::string> bracketed_forms(std::string_view name) {
    for (const Brackets& kind : brackets) {
        const std::size_t open = name.find(kind.open);
        const std::size_t close =
            open == std::string_view::npos ? open : name.find(kind.close, open);
        if (close == std::string_view::npos) {
            continue;
        }
        const std::size_t inside_begin = open + kind.open.size();
        const std::string inside(name.substr(inside_begin, close - inside_begin));
        const std::string behind(name.substr(close + kind.close.size()));
        std::vector<std::string> forms{std::string(name.substr(0, open)) + behind};
        forms.push_back(kind.holds_family_name ? inside + behind : inside);
        return forms;
    }
    return {};
}

Scripts scripts_of(std::u32string_view folded) {
    Scripts scripts;
    for (const char32_t point : folded) {
        if (is_kanji(point)) {
            scripts.kanji = true;
        } else if (is_kana(point)) {
            scripts.kana = true;
        } else if ((point >= U'A' && point <= U'Z') || (point >= 0xC0 && point < 0x250)) {
            scripts.latin = true;
        } else {
            scripts.other = true;
        }
    }
    return scripts;
}

bool may_be_read_as(std::u32string_view folded, std::u32string_view katakana) {
    // reach[n]: the name read so far may have taken n kana.
    std::vector<bool> reach(katakana.size() + 1);
    reach[0] = true;
    bool in_kanji = false;
    for (const char32_t point : folded) {
        std::vector<bool> next(reach.size());
        const bool kanji = is_kanji(point);
        for (std::size_t at = 0; at + 1 < reach.size(); ++at) {
            const bool reads = kanji ? (reach[at] || next[at]) : reach[at] && katakana[at] == point;
            next[at + 1] = reads;
        }
        if (kanji && in_kanji) { // a run of kanji may be read by one kana
            for (std::size_t at = 0; at < reach.size(); ++at) {
                next[at] = next[at] || reach[at];
            }
        }
        in_kanji = kanji;
        reach = std::move(next);
    }
    return reach.back();
}

} // namespace madoguchi::eligibility::identity
