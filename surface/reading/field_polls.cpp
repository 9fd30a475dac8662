#include "surface/reading/field_polls.hpp"

#include "surface/field/issue_rules.hpp"

#include <bit>

namespace madoguchi::surface {

namespace {

constexpr int readings_that_agree = 2;

constexpr DigitCounts with_western_year(DigitCounts counts) {
    counts.year = 4;
    return counts;
}

ExpiryDate expiry_of(const DateNumbers& date) {
    return {date.year, date.month, date.day};
}

} // namespace

ExpiryPoll::ExpiryPoll(const DigitCounts& birth)
    : printed_(with_western_year(birth)), readings_(printed_) {
}

void ExpiryPoll::add(const Characters& characters, Source source) {
    std::optional<Read<DateNumbers>> read;
    if (!is_line(source)) {
        read = parse_numbers(characters, printed_.year, printed_);
    } else if (const auto expiry = parse_expiry(characters)) {
        const ExpiryDate& date = expiry->value;
        read = {{date.year, date.month, date.day}, expiry->confidence};
    }
    if (read && calendar_day(expiry_of(read->value))) {
        readings_.add(*read, source);
    }
}

std::optional<Read<ExpiryDate>> ExpiryPoll::winner() const {
    const auto read = readings_.winner();
    return read ? std::optional(Read<ExpiryDate>{expiry_of(read->value), read->confidence})
                : std::nullopt;
}

void BirthDatePoll::add(const Characters& characters, Source source) {
    if (!is_line(source)) {
        if (const auto numbers = parse_numbers(characters, printed_.year, printed_)) {
            numbers_.add(*numbers, source);
        }
        return;
    }
    if (const auto era = parse_era(characters)) {
        eras_.add({*era, 1});
    }
    is_first_year_ = is_first_year_ || says_first_year(characters);
    if (const auto read = parse_birth_date(characters)) {
        const BirthDate& date = read->value;
        numbers_.add({{date.year, date.month, date.day}, read->confidence}, source);
    }
}

std::optional<Read<BirthDate>> BirthDatePoll::winner() const {
    const auto era = eras_.winner(readings_that_agree);
    const auto read = numbers_.winner();
    if (!era || !read || (read->value.year == 1) != is_first_year_) {
        return std::nullopt;
    }
    const BirthDate birth{*era, read->value.year, read->value.month, read->value.day};
    const bool is_possible =
        calendar_day(birth) && (!expiry_ || ends_on_birthday(birth, expiry_->value));
    return is_possible ? std::optional(Read<BirthDate>{birth, read->confidence}) : std::nullopt;
}

void BirthDatePoll::forget() noexcept {
    eras_.forget();
    numbers_.forget();
}

void CodePoll::add(const Characters& characters, Source source) {
    if (const auto read = parse_security_code(characters)) {
        readings_.add(*read, static_cast<unsigned>(source));
    }
}

std::optional<Read<CodeDigits>> CodePoll::winner() const {
    constexpr int enough_sources = 2;
    const auto code = readings_.winner(readings_that_agree);
    return code && std::popcount(readings_.sources()) >= enough_sources
               ? std::optional(Read<CodeDigits>{*code, readings_.confidence()})
               : std::nullopt;
}

} // namespace madoguchi::surface
