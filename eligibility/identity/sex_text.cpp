#include "eligibility/identity/sex_text.hpp"

#include "eligibility/identity/notation.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::identity {

namespace {

struct Word {
    std::u32string_view text;
    Sex sex;
};
constexpr std::array words{
    Word{U"1", Sex::Male},           Word{U"男", Sex::Male},        Word{U"男性", Sex::Male},
    Word{U"M", Sex::Male},           Word{U"MALE", Sex::Male},      Word{U"2", Sex::Female},
    Word{U"女", Sex::Female},        Word{U"女性", Sex::Female},    Word{U"F", Sex::Female},
    Word{U"FEMALE", Sex::Female},    Word{U"0", Sex::NotStated},    Word{U"3", Sex::NotStated},
    Word{U"9", Sex::NotStated},      Word{U"不明", Sex::NotStated}, Word{U"未設定", Sex::NotStated},
    Word{U"その他", Sex::NotStated},
};

} // namespace

std::optional<Sex> parse_sex_text(std::string_view text) {
    if (text.size() == 1 && (text.front() == '1' || text.front() == '2')) {
        return text.front() == '1' ? Sex::Male : Sex::Female; // nearly always
    }
    const std::u32string folded = fold_letter_case(fold_width_and_space(text));
    const auto* const found = std::find_if(words.begin(), words.end(),
                                           [&](const Word& word) { return word.text == folded; });
    return found == words.end() ? std::nullopt : std::optional(found->sex);
}

} // namespace madoguchi::eligibility::identity
