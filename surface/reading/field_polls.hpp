// What several readings of one field in one frame say together.
#pragma once

#include "surface/reading/date_readings.hpp"

namespace madoguchi::surface {

// A day that no calendar has is a slip. Counts are those of the birth date.
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

// Lines name the era, digits set apart cannot. A date on which the card does not end is a slip, but
// for a digit dropped.
class BirthDatePoll {
public:
    BirthDatePoll(const DigitCounts& printed, const std::optional<Read<ExpiryDate>>& expiry)
        : printed_(printed), expiry_(expiry), numbers_(printed) {}

    void add(const Characters& characters, Source source);
    [[nodiscard]] std::optional<Read<BirthDate>> winner() const;
    void forget() noexcept;

private:
    DigitCounts printed_;
    std::optional<Read<ExpiryDate>> expiry_;
    Ballot<Era> eras_;
    DateReadings numbers_;
    bool is_first_year_ = false; // 元 was seen
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
