#include "surface/field/date_text.hpp"

#include <algorithm>

namespace madoguchi::surface {

namespace {

struct EraName {
    const char* first;
    const char* second;
    Era era;
};
constexpr std::array<EraName, 5> era_names{{{"明", "治", Era::Meiji},
                                            {"大", "正", Era::Taisho},
                                            {"昭", "和", Era::Showa},
                                            {"平", "成", Era::Heisei},
                                            {"令", "和", Era::Reiwa}}};

bool is_of_an_era(const std::string& text) {
    return std::any_of(era_names.begin(), era_names.end(), [&](const EraName& name) {
        return text == name.first || text == name.second;
    });
}

std::optional<unsigned> digit(const Character& character) {
    const bool is_one =
        character.text.size() == 1 && character.text[0] >= '0' && character.text[0] <= '9';
    return is_one ? std::optional(static_cast<unsigned>(character.text[0] - '0')) : std::nullopt;
}

// Walks over the characters; what is taken counts for the confidence.
class Cursor {
public:
    Cursor(const Characters& characters, std::size_t from) : characters_(characters), at_(from) {}

    // A number of so many digits, or nothing.
    std::optional<unsigned> number(std::size_t least, std::size_t most) {
        unsigned value = 0;
        std::size_t count = 0;
        while (const auto next = peek_digit()) {
            if (++count > most) {
                return std::nullopt;
            }
            value = value * 10 + *next;
            take();
        }
        return count < least ? std::nullopt : std::optional(value);
    }

    bool accept(const char* text) {
        if (at_ == characters_.size() || characters_[at_].text != text) {
            return false;
        }
        take();
        return true;
    }

    // 年, 月 or 日. One of a date may be read as another character, but for those that follow its
    // day: where they stand, the mark was dropped, and digits perhaps with it.
    bool accept_mark(const char* mark) {
        if (accept(mark)) {
            return true;
        }
        const bool is_other = at_ < characters_.size() && !peek_digit() &&
                              characters_[at_].text != "生" && characters_[at_].text != "ま";
        if (!is_other || has_other_mark_) {
            return false;
        }
        has_other_mark_ = true;
        take();
        return true;
    }

    [[nodiscard]] float confidence() const noexcept { return confidence_; }

private:
    std::optional<unsigned> peek_digit() const {
        return at_ == characters_.size() ? std::nullopt : digit(characters_[at_]);
    }
    void take() { confidence_ = std::min(confidence_, characters_[at_++].confidence); }

    const Characters& characters_;
    std::size_t at_;
    float confidence_ = 1;
    bool has_other_mark_ = false;
};

std::optional<Read<DateNumbers>> rest_of_date(Cursor& cursor, DateNumbers date) {
    if (!cursor.accept_mark("年")) {
        return std::nullopt;
    }
    const auto month = cursor.number(1, 2);
    if (!month || !cursor.accept_mark("月")) {
        return std::nullopt;
    }
    const auto day = cursor.number(1, 2);
    if (!day || !cursor.accept_mark("日")) {
        return std::nullopt;
    }
    date.month = *month;
    date.day = *day;
    return Read<DateNumbers>{date, cursor.confidence()};
}

std::optional<Read<DateNumbers>> birth_date_at(const Characters& characters, std::size_t from) {
    if (from == 0 || !is_of_an_era(characters[from - 1].text)) {
        return std::nullopt; // digits may be missing before it
    }
    Cursor cursor(characters, from);
    const bool is_first = cursor.accept("元");
    const auto year = is_first ? std::optional(1U) : cursor.number(1, 2);
    return year ? rest_of_date(cursor, {static_cast<int>(*year), 0, 0, is_first}) : std::nullopt;
}

std::optional<Read<DateNumbers>> expiry_at(const Characters& characters, std::size_t from) {
    if (from > 0 && digit(characters[from - 1])) {
        return std::nullopt; // the middle of a longer number
    }
    Cursor cursor(characters, from);
    const auto year = cursor.number(4, 4);
    return year ? rest_of_date(cursor, {static_cast<int>(*year), 0, 0, false}) : std::nullopt;
}

} // namespace

std::optional<Read<DateNumbers>> parse_birth_date(const Characters& characters) {
    for (std::size_t from = 0; from < characters.size(); ++from) {
        if (const auto found = birth_date_at(characters, from)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Read<DateNumbers>> parse_expiry(const Characters& characters) {
    for (std::size_t from = 0; from < characters.size(); ++from) {
        if (const auto found = expiry_at(characters, from)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Read<CodeDigits>> parse_security_code(const Characters& characters) {
    Read<CodeDigits> read{{}, 1};
    if (characters.size() != read.value.size()) {
        return std::nullopt;
    }
    for (std::size_t place = 0; place < read.value.size(); ++place) {
        if (!digit(characters[place])) {
            return std::nullopt;
        }
        read.value.at(place) = characters[place].text[0];
        read.confidence = std::min(read.confidence, characters[place].confidence);
    }
    return read;
}

PossibleEras parse_era(const Characters& characters) {
    for (std::size_t second = 0; second + 1 < characters.size(); ++second) {
        const Character& after = characters[second + 1];
        if (!digit(after) && after.text != "元") {
            continue; // 日 that was read as 和
        }
        const std::string before = second > 0 ? characters[second - 1].text : "";
        PossibleEras eras;
        for (const EraName& name : era_names) {
            const bool is_other = is_of_an_era(before) && before != name.first;
            if (characters[second].text == name.second && !is_other) {
                eras.push_back(name.era);
            }
        }
        if (!eras.empty()) {
            return eras;
        }
    }
    return {};
}

std::optional<Read<DateNumbers>> parse_numbers(const Characters& characters, int year_digits,
                                               const DigitCounts& counts) {
    if (static_cast<int>(characters.size()) != year_digits + counts.month + counts.day) {
        return std::nullopt;
    }
    std::size_t at = 0;
    Read<DateNumbers> read{{}, 1};
    const auto next_number = [&](int count) -> std::optional<unsigned> {
        unsigned value = 0;
        for (int place = 0; place < count; ++place, ++at) {
            const auto next = digit(characters[at]);
            if (!next) {
                return std::nullopt;
            }
            value = value * 10 + *next;
            read.confidence = std::min(read.confidence, characters[at].confidence);
        }
        // None is printed with a leading zero.
        return digits_of(value) == count ? std::optional(value) : std::nullopt;
    };
    const auto year = next_number(year_digits);
    const auto month = next_number(counts.month);
    const auto day = next_number(counts.day);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    read.value = {static_cast<int>(*year), *month, *day, false};
    return read;
}

int date_marks(const Characters& characters) {
    return static_cast<int>(
        std::count_if(characters.begin(), characters.end(), [](const Character& character) {
            return character.text == "年" || character.text == "月" || character.text == "日";
        }));
}

} // namespace madoguchi::surface
