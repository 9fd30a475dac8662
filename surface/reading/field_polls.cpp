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
    const auto read = is_line(source) ? parse_expiry(characters)
                                      : parse_numbers(characters, printed_.year, printed_);
    if (read) {
        readings_.add(*read, source);
    }
}

std::optional<Read<ExpiryDate>> ExpiryPoll::winner() const {
    const auto read = readings_.winner();
    return read ? std::optional(Read<ExpiryDate>{expiry_of(read->value), read->confidence})
                : std::nullopt;
}

BirthDatePoll::BirthDatePoll(const DigitCounts& printed,
                             const std::optional<Read<ExpiryDate>>& expiry)
    : printed_(printed), expiry_(expiry), numbers_(printed) {
    if (expiry) {
        numbers_.expect_day(expiry->value.month, expiry->value.day);
    }
}

void BirthDatePoll::add(const Characters& characters, Source source) {
    const auto read = is_line(source) ? parse_birth_date(characters)
                                      : parse_numbers(characters, printed_.year, printed_);
    if (read) {
        numbers_.add(*read, source);
    }
    is_first_year_seen_ = is_first_year_seen_ || (read && read->value.is_first_year);
    const PossibleEras eras = is_line(source) ? parse_era(characters) : PossibleEras();
    if (eras.size() == 1) {
        eras_.add({eras.front(), 1});
    } else if (!eras.empty()) {
        ++lines_of_two_eras_;
    }
}

bool BirthDatePoll::is_possible(const BirthDate& birth) const {
    return calendar_day(birth) && (!expiry_ || can_end(birth, expiry_->value));
}

// The one that the dates leave, or that another line shows whole.
std::optional<Era> BirthDatePoll::showa_or_reiwa(const DateNumbers& date) const {
    const auto is_it = [&](Era era) {
        const bool is_seen = eras_.votes() == 0 || eras_.counts().front().value == era;
        return is_seen && is_possible({era, date.year, date.month, date.day});
    };
    if (is_it(Era::Showa) == is_it(Era::Reiwa)) {
        return std::nullopt;
    }
    return is_it(Era::Showa) ? Era::Showa : Era::Reiwa;
}

std::optional<Era> BirthDatePoll::era_of(const DateNumbers& date) const {
    Ballot<Era> eras = eras_;
    if (const auto era = showa_or_reiwa(date)) {
        for (int line = 0; line < lines_of_two_eras_; ++line) {
            eras.add({*era, 1});
        }
    }
    const auto era = eras.winner(readings_that_agree);
    eras.forget();
    return era;
}

std::optional<Read<BirthDate>> BirthDatePoll::winner() const {
    const auto read = numbers_.winner();
    const auto era = read ? era_of(read->value) : std::nullopt;
    if (!era || read->value.is_first_year != is_first_year_seen_) {
        return std::nullopt;
    }
    const BirthDate birth{*era, read->value.year, read->value.month, read->value.day};
    return is_possible(birth) ? std::optional(Read<BirthDate>{birth, read->confidence})
                              : std::nullopt;
}

void BirthDatePoll::forget() noexcept {
    eras_.forget();
    lines_of_two_eras_ = 0;
    is_first_year_seen_ = false;
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
