// What several readings of one field in one frame say together.
#pragma once

#include "surface/reading/date_readings.hpp"

namespace madoguchi::surface {

// Counts are those of the birth date.
class ExpiryPoll {
public:
    explicit ExpiryPoll(const DigitCounts& birth);

    void add(const Characters& characters, Source source);
    [[nodiscard]] std::optional<Read<ExpiryDate>> winner() const;
    void forget() noexcept { readings_.forget(); }

private:
    DigitCounts printed_;
    DateReadings readings_;
};

// Lines name the era, digits set apart cannot; where a line shows no more of it than 和, the expiry
// may leave one of two. A date on which the card does not end is a slip.
class BirthDatePoll {
public:
    BirthDatePoll(const DigitCounts& printed, const std::optional<Read<ExpiryDate>>& expiry);

    void add(const Characters& characters, Source source);
    [[nodiscard]] std::optional<Read<BirthDate>> winner() const;
    void forget() noexcept;

private:
    [[nodiscard]] bool is_possible(const BirthDate& birth) const;
    [[nodiscard]] std::optional<Era> showa_or_reiwa(const DateNumbers& date) const;
    [[nodiscard]] std::optional<Era> era_of(const DateNumbers& date) const;

    DigitCounts printed_;
    std::optional<Read<ExpiryDate>> expiry_;
    Ballot<Era> eras_;
    int lines_of_two_eras_ = 0;       // 昭和 or 令和
    bool is_first_year_seen_ = false; // then no other year is believed
    DateReadings numbers_;
};

// Nothing on the card confirms the code, so its readings must be of two sources.
class CodePoll {
public:
    void add(const Characters& characters, Source source);
    [[nodiscard]] std::optional<Read<CodeDigits>> winner() const;
    void forget() noexcept { readings_.forget(); }

private:
    Ballot<CodeDigits> readings_;
};

} // namespace madoguchi::surface
