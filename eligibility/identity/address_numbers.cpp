#include "eligibility/identity/notation.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace madoguchi::eligibility::identity {

namespace {

constexpr std::size_t longest_numeral = 6;

constexpr unsigned no_digit = 10;

// 一 as 壱 and so on are the forms of deeds.
unsigned kanji_digit(char32_t point) {
    switch (point) {
    case U'〇':
        return 0;
    case U'一':
    case U'壱':
        return 1;
    case U'二':
    case U'弐':
        return 2;
    case U'三':
    case U'参':
        return 3;
    case U'四':
        return 4;
    case U'五':
        return 5;
    case U'六':
        return 6;
    case U'七':
        return 7;
    case U'八':
        return 8;
    case U'九':
        return 9;
    default:
        return no_digit;
    }
}

// 10, 100, 1000 or 0 for what is none of them.
unsigned kanji_power(char32_t point) {
    switch (point) {
    case U'十':
    case U'拾':
        return 10;
    case U'百':
        return 100;
    case U'千':
        return 1000;
    default:
        return 0;
    }
}

bool is_kanji_numeral(char32_t point) {
    return kanji_digit(point) != no_digit || kanji_power(point) != 0;
}

bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

// Words and signs that end a number in an address; the longer first.
constexpr std::array<std::u32string_view, 12> unit_words{U"番地割", U"地割", U"丁目", U"番地",
                                                         U"号室",   U"号棟", U"号館", U"条通",
                                                         U"番",     U"号",   U"丁",   U"条"};
constexpr std::u32string_view unit_beginnings = U"番地丁号条";
// Signs that part numbers; the long mark and の do so only between numbers.
constexpr std::u32string_view hyphens = U"-‐‑‒–—―−─ーのノ之";

bool begins_number(std::u32string_view text) {
    return !text.empty() && (is_digit(text.front()) || is_kanji_numeral(text.front()));
}

// Length of the unit at the front of text, 0 when there is none. 番町 and the like are names.
std::size_t unit_length(std::u32string_view text) {
    if (text.empty() || unit_beginnings.find(text.front()) == std::u32string_view::npos) {
        return 0;
    }
    for (const std::u32string_view unit : unit_words) {
        const std::u32string_view behind = text.substr(std::min(unit.size(), text.size()));
        const bool names_a_town = behind.starts_with(U"町") || behind.starts_with(U"丁");
        if (text.starts_with(unit) && !names_a_town) {
            return unit.size();
        }
    }
    return 0;
}

std::size_t hyphen_length(std::u32string_view text) {
    const bool parts = !text.empty() && hyphens.find(text.front()) != std::u32string_view::npos &&
                       begins_number(text.substr(1));
    return parts ? 1 : 0;
}

template <typename Predicate>
std::u32string_view leading(std::u32string_view text, Predicate predicate) {
    const auto end = std::find_if_not(text.begin(), text.end(), predicate);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::u32string decimal(unsigned number) {
    const std::string digits = std::to_string(number);
    return {digits.begin(), digits.end()};
}

class AddressFolder {
public:
    explicit AddressFolder(std::u32string_view text) : rest_(text) {}

    std::u32string fold() {
        while (!rest_.empty()) {
            if (!take_number()) {
                take_name();
            }
        }
        return std::move(folded_);
    }

private:
    // A number with the unit or hyphen behind it. False: no number stands here.
    bool take_number() {
        const std::u32string_view arabic = leading(rest_, is_digit);
        const std::u32string_view kanji = leading(rest_, is_kanji_numeral);
        if (arabic.empty() && !is_numeral_in_context(kanji)) {
            return false;
        }
        if (after_number_) {
            folded_ += U'-';
        }
        folded_ += arabic.empty() ? decimal(*kanji_number(kanji)) : std::u32string(arabic);
        rest_.remove_prefix(std::max(arabic.size(), kanji.size()));
        const std::size_t unit = unit_length(rest_);
        rest_.remove_prefix(unit);
        const std::size_t hyphen = hyphen_length(rest_);
        rest_.remove_prefix(hyphen);
        after_number_ = unit + hyphen > 0;
        return true;
    }

    // A character that belongs to no number; a run of kanji numerals stays together.
    void take_name() {
        const std::size_t run = std::max<std::size_t>(1, leading(rest_, is_kanji_numeral).size());
        folded_ += rest_.substr(0, run);
        rest_.remove_prefix(run);
        after_number_ = false;
    }

    // Kanji numerals count as a number behind another number or before a unit; else they are part
    // of a name.
    [[nodiscard]] bool is_numeral_in_context(std::u32string_view kanji) const {
        if (kanji.empty() || kanji.size() > longest_numeral) {
            return false;
        }
        return after_number_ || unit_length(rest_.substr(kanji.size())) > 0;
    }

    std::u32string_view rest_;
    std::u32string folded_;
    bool after_number_ = false; // a number and its unit or hyphen were just taken
};

} // namespace

std::optional<unsigned> kanji_number(std::u32string_view numerals) {
    if (numerals.empty() || numerals.size() > longest_numeral) {
        return std::nullopt;
    }
    unsigned total = 0;
    unsigned pending = 0; // digits that no 十, 百 or 千 has taken yet
    for (const char32_t point : numerals) {
        if (const unsigned digit = kanji_digit(point); digit != no_digit) {
            pending = pending * 10 + digit;
        } else if (const unsigned power = kanji_power(point); power != 0) {
            total += std::max(pending, 1U) * power;
            pending = 0;
        } else {
            return std::nullopt;
        }
    }
    return total + pending;
}

std::u32string fold_address_numbers(std::u32string_view text) {
    return AddressFolder(text).fold();
}

} // namespace madoguchi::eligibility::identity
