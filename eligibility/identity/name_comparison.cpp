#include "eligibility/identity/name_comparison.hpp"

#include "eligibility/identity/folded_pair.hpp"
#include "eligibility/identity/name_parts.hpp"
#include "eligibility/identity/notation.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace madoguchi::eligibility::identity {

namespace {

using Tables = ComparisonTables;
using Text = std::u32string;
constexpr auto by_notation = Agreement::EqualByNotation;
constexpr auto by_variant = Agreement::EqualByVariant;

constexpr FoldStep punctuation{Rule::Punctuation, by_notation, [](Text text, const Tables&) {
                                   return fold_punctuation(std::move(text));
                               }};
constexpr FoldStep letter_case{Rule::LetterCase, by_notation, [](Text text, const Tables&) {
                                   return fold_letter_case(std::move(text));
                               }};
constexpr FoldStep kana_script{Rule::KanaScript, by_notation, [](Text text, const Tables&) {
                                   return fold_kana_script(std::move(text));
                               }};
constexpr FoldStep small_kana{Rule::SmallKana, by_notation, [](Text text, const Tables&) {
                                  return fold_small_kana(std::move(text));
                              }};
constexpr FoldStep kana_sound{Rule::KanaSound, by_notation, [](Text text, const Tables&) {
                                  return fold_kana_sound(std::move(text));
                              }};
constexpr FoldStep iteration{Rule::IterationMark, by_notation, [](Text text, const Tables&) {
                                 return fold_iteration_marks(std::move(text));
                             }};
constexpr FoldStep kanji_form{Rule::KanjiForm, by_variant, [](Text text, const Tables&) {
                                  return fold_kanji_form(std::move(text));
                              }};
constexpr FoldStep kanji_variant{
    Rule::KanjiVariant, by_variant,
    [](Text text, const Tables& tables) { return fold_kanji(std::move(text), tables.forms); }};
constexpr FoldStep confusable{
    Rule::ConfusableKanji, by_variant, [](Text text, const Tables& tables) {
        return fold_kanji(fold_kanji(std::move(text), tables.confusables), tables.forms);
    }};

constexpr std::array name_steps{punctuation, letter_case, kana_script,   small_kana,
                                iteration,   kanji_form,  kanji_variant, confusable};
constexpr std::array kana_steps{kana_script, iteration,   small_kana,
                                kana_sound,  letter_case, punctuation};

// What can be said of folded names in scripts that cannot be compared character by character.
std::optional<Finding> compare_scripts(const FoldedPair& pair) {
    constexpr Finding other_script{Agreement::Unknown, Rule::OtherScript};
    const Scripts left = scripts_of(pair.left);
    const Scripts right = scripts_of(pair.right);
    if (left.other || right.other) {
        return std::nullopt;
    }
    if (left.only_latin() != right.only_latin() && !(left.latin && right.latin)) {
        return other_script;
    }
    const bool reading =
        (left.only_kana() && right.kanji && may_be_read_as(pair.right, pair.left)) ||
        (right.only_kana() && left.kanji && may_be_read_as(pair.left, pair.right));
    return reading ? std::optional(other_script) : std::nullopt;
}

Finding compare_one_name(std::string_view left, std::string_view right, const Tables& tables) {
    const FoldedPair pair = fold_until_equal(left, right, name_steps, tables);
    if (pair.finding.agreement != Agreement::Different) {
        return pair.finding;
    }
    if (scripts_of(pair.left).only_latin() && scripts_of(pair.right).only_latin()) {
        return compare_words(name_words(left), name_words(right)).value_or(pair.finding);
    }
    return compare_scripts(pair).value_or(pair.finding);
}

Finding compare_one_reading(std::string_view left, std::string_view right, const Tables& tables) {
    const FoldedPair pair = fold_until_equal(left, right, kana_steps, tables);
    if (pair.finding.agreement != Agreement::Different) {
        return pair.finding;
    }
    if (equal_but_for_long_marks(pair.left, pair.right)) {
        return {by_notation, Rule::KanaSound};
    }
    if (is_rotated(name_words(left), name_words(right))) {
        return {Agreement::Unknown, Rule::NameOrder};
    }
    return compare_scripts(pair).value_or(pair.finding);
}

using Compare = Finding (*)(std::string_view, std::string_view, const Tables&);

std::vector<std::string> all_forms(const NameForms& forms) {
    std::vector<std::string> all;
    for (const std::string_view name : {forms.name, forms.other}) {
        if (!name.empty()) {
            all.emplace_back(name);
            std::ranges::copy(bracketed_forms(name), std::back_inserter(all));
        }
    }
    return all;
}

// Any form of the one against any of the other.
std::optional<Finding> compare_other_forms(const NameForms& left, const NameForms& right,
                                           Compare compare_one, const Tables& tables) {
    const auto left_forms = all_forms(left);
    const auto right_forms = all_forms(right);
    if (left_forms.size() + right_forms.size() <= 2) {
        return std::nullopt; // only the names themselves
    }
    for (const std::string& one : left_forms) {
        for (const std::string& other : right_forms) {
            const Finding finding = compare_one(one, other, tables);
            if (is_equal(finding.agreement)) {
                return Finding{std::max(by_notation, finding.agreement), Rule::OtherName};
            }
        }
    }
    return std::nullopt;
}

Finding compare_forms(const NameForms& left, const NameForms& right, Compare compare_one,
                      const Tables& tables) {
    const Finding direct = compare_one(left.name, right.name, tables);
    const bool absent = left.name.empty() || right.name.empty();
    if (is_equal(direct.agreement) || direct.rule == Rule::PlaceholderFits || absent) {
        return direct;
    }
    return compare_other_forms(left, right, compare_one, tables).value_or(direct);
}

} // namespace

Finding compare_names(const NameForms& left, const NameForms& right,
                      const ComparisonTables& tables) {
    return compare_forms(left, right, compare_one_name, tables);
}

Finding compare_kana(const NameForms& left, const NameForms& right,
                     const ComparisonTables& tables) {
    return compare_forms(left, right, compare_one_reading, tables);
}

} // namespace madoguchi::eligibility::identity
