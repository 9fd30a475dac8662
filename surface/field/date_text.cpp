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

    bool accept(const char* mark) {
        if (at_ == characters_.size() || characters_[at_].text != mark) {
            return false;
        }
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
};

struct MonthAndDay {
    unsigned month;
    unsigned day;
};

std::optional<MonthAndDay> month_and_day(Cursor& cursor) {
    const auto month = cursor.number(1, 2);
    if (!month || !cursor.accept("月")) {
        return std::nullopt;
    }
    const auto day = cursor.number(1, 2);
    if (!day || !cursor.accept("日")) {
        return std::nullopt;
    }
    return MonthAndDay{*month, *day};
}

std::optional<Era> accept_era(Cursor& cursor) {
    for (const EraName& name : era_names) {
        Cursor trial = cursor;
        if (trial.accept(name.first) && trial.accept(name.second)) {
            static_cast<void>(cursor.accept(name.first) && cursor.accept(name.second));
            return name.era;
        }
    }
    return std::nullopt;
}

std::optional<Read<BirthDate>> birth_date_at(const Characters& characters, std::size_t from) {
    Cursor cursor(characters, from);
    const auto era = accept_era(cursor);
    if (!era) {
        return std::nullopt;
    }
    const bool is_first = cursor.accept("元");
    const auto year = is_first ? std::optional(1U) : cursor.number(1, 2);
    if (!year || (*year == 1) != is_first || !cursor.accept("年")) {
        return std::nullopt;
    }
    const auto rest = month_and_day(cursor);
    if (!rest) {
        return std::nullopt;
    }
    return Read<BirthDate>{{*era, static_cast<int>(*year), rest->month, rest->day},
                           cursor.confidence()};
}

std::optional<Read<ExpiryDate>> expiry_at(const Characters& characters, std::size_t from) {
    if (from > 0 && digit(characters[from - 1])) {
        return std::nullopt; // the middle of a longer number
    }
    Cursor cursor(characters, from);
    const auto year = cursor.number(4, 4);
    if (!year || !cursor.accept("年")) {
        return std::nullopt;
    }
    const auto rest = month_and_day(cursor);
    if (!rest) {
        return std::nullopt;
    }
    return Read<ExpiryDate>{{static_cast<int>(*year), rest->month, rest->day}, cursor.confidence()};
}

} // namespace

std::optional<Read<BirthDate>> parse_birth_date(const Characters& characters) {
    for (std::size_t from = 0; from < characters.size(); ++from) {
        if (const auto found = birth_date_at(characters, from)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Read<ExpiryDate>> parse_expiry(const Characters& characters) {
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

std::optional<Era> parse_era(const Characters& characters) {
    for (std::size_t from = 0; from < characters.size(); ++from) {
        Cursor cursor(characters, from);
        if (const auto era = accept_era(cursor)) {
            return era;
        }
    }
    return std::nullopt;
}

bool says_first_year(const Characters& characters) {
    return std::any_of(characters.begin(), characters.end(),
                       [](const Character& character) { return character.text == "元"; });
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
    read.value = {static_cast<int>(*year), *month, *day};
    return read;
}

int date_marks(const Characters& characters) {
    return static_cast<int>(
        std::count_if(characters.begin(), characters.end(), [](const Character& character) {
            return character.text == "年" || character.text == "月" || character.text == "日";
        }));
}

} // namespace madoguchi::surface
