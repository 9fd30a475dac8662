#include "eligibility/identity/date_text.hpp"

#include "eligibility/identity/notation.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::identity {

namespace {

using View = std::u32string_view;

// An era, its first year, and how it is written. Days before the era began in its first year are
// accepted: people write them.
struct Era {
    View kanji;
    char32_t letter;
    char32_t digit;
    int first_year;
    int last_year;
};
constexpr std::array eras{
    Era{U"明治", U'M', U'1', 1868, 1912}, Era{U"大正", U'T', U'2', 1912, 1926},
    Era{U"昭和", U'S', U'3', 1926, 1989}, Era{U"平成", U'H', U'4', 1989, 2019},
    Era{U"令和", U'R', U'5', 2019, 2199},
};

bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

// A number of at most four digits off the front of text.
std::optional<unsigned> take_number(View& text) {
    const auto digits = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    if (digits > 4) {
        return std::nullopt;
    }
    if (digits > 0) {
        unsigned number = 0;
        for (const char32_t digit : text.substr(0, digits)) {
            number = number * 10 + (digit - U'0');
        }
        text.remove_prefix(digits);
        return number;
    }
    const std::size_t numerals =
        std::min(text.find_first_not_of(U"〇一二三四五六七八九十百"), text.size());
    const auto number = kanji_number(text.substr(0, numerals));
    text.remove_prefix(number ? numerals : 0);
    return number;
}

// One of the signs behind a year, month or day; 不詳 and 不明 stand where a number would.
void skip_any(View& text, View signs) {
    if (!text.empty() && signs.find(text.front()) != View::npos) {
        text.remove_prefix(1);
    }
}

// 0 when the part is unknown or the text has ended. Nothing: something else stands there.
std::optional<unsigned> take_part(View& text, View signs) {
    unsigned part = 0;
    if (text.starts_with(U"不")) {
        text.remove_prefix(std::min<std::size_t>(2, text.size()));
    } else if (!text.empty()) {
        const auto number = take_number(text);
        if (!number) {
            return std::nullopt;
        }
        part = *number;
    }
    skip_any(text, signs);
    return part;
}

std::optional<int> take_era_year(View& text, const Era& era) {
    int year = 1;
    if (text.starts_with(U'元')) {
        text.remove_prefix(1);
    } else {
        const auto number = take_number(text);
        if (!number || *number == 0) {
            return std::nullopt;
        }
        year = static_cast<int>(*number);
    }
    const int western = era.first_year + year - 1;
    return western <= era.last_year ? std::optional(western) : std::nullopt;
}

std::optional<int> take_year(View& text) {
    for (const Era& era : eras) {
        const std::size_t sign =
            text.starts_with(era.kanji)                                           ? era.kanji.size()
            : text.starts_with(era.letter) || text.starts_with(era.kanji.front()) ? 1
                                                                                  : 0;
        if (sign > 0) {
            text.remove_prefix(sign);
            skip_any(text, U".-");
            return take_era_year(text, era);
        }
    }
    const auto number = take_number(text);
    return number && *number >= 1850 && *number <= 2199 ? std::optional(static_cast<int>(*number))
                                                        : std::nullopt;
}

std::optional<CivilDate> make_date(int year, unsigned month, unsigned day) {
    const CivilDate date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    const bool partial = (month == 0 && day == 0) || (day == 0 && date.month().ok());
    return date.ok() || partial ? std::optional(date) : std::nullopt;
}

unsigned digits_at(View text, std::size_t at, std::size_t count) {
    unsigned number = 0;
    for (const char32_t digit : text.substr(at, count)) {
        number = number * 10 + (digit - U'0');
    }
    return number;
}

// 19840229, 3590229 and S590229.
std::optional<CivilDate> parse_digits(View text) {
    if (text.size() == 8) {
        return make_date(static_cast<int>(digits_at(text, 0, 4)), digits_at(text, 4, 2),
                         digits_at(text, 6, 2));
    }
    const auto* const era = std::find_if(eras.begin(), eras.end(), [&](const Era& one) {
        return text.starts_with(one.digit) || text.starts_with(one.letter);
    });
    if (text.size() != 7 || era == eras.end()) {
        return std::nullopt;
    }
    const int year = era->first_year + static_cast<int>(digits_at(text, 1, 2)) - 1;
    return year <= era->last_year ? make_date(year, digits_at(text, 3, 2), digits_at(text, 5, 2))
                                  : std::nullopt;
}

} // namespace

std::optional<CivilDate> parse_date_text(std::string_view text) {
    const std::u32string folded = fold_letter_case(fold_width_and_space(text));
    View rest = folded;
    if (rest.size() >= 7 && std::all_of(rest.begin() + 1, rest.end(), is_digit)) {
        return parse_digits(rest);
    }
    const auto year = take_year(rest);
    skip_any(rest, U"年-/.");
    const auto month = year ? take_part(rest, U"月-/.") : std::nullopt;
    const auto day = month ? take_part(rest, U"日") : std::nullopt;
    for (const View ending : {View(U"生まれ"), View(U"生")}) {
        if (rest == ending) {
            rest = {};
        }
    }
    return day && rest.empty() ? make_date(*year, *month, *day) : std::nullopt;
}

} // namespace madoguchi::eligibility::identity
