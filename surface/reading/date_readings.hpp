// Readings of one date's numbers in one frame, weighed by how many digits the ink shows. The reader
// drops one digit of a pair far more often than it takes one digit for another.
#pragma once

#include "surface/reading/ballot.hpp"

namespace madoguchi::surface {

// How a reading was made: of the whole line or of its digits set apart, by which network. Bits.
enum class Source : std::uint8_t {
    JapaneseLine = 1,
    DigitsLine = 2,
    JapaneseApart = 4,
    DigitsApart = 8,
};

[[nodiscard]] bool is_line(Source source);

class DateReadings {
public:
    // How many digits are printed.
    explicit DateReadings(const DigitCounts& printed) : printed_(printed) {}

    // The day that another print of the card shows.
    void expect_day(unsigned month, unsigned day) { expected_ = {0, month, day}; }

    void add(const Read<DateNumbers>& read, Source source);

    // A date that was read twice; of one on the day expected the year twice. Or a date that was
    // read four times where the ink shows more digits than it has: then the ink was counted
    // wrongly. Readings that differ from it by nothing but dropped digits speak for it; a line must
    // be among all these, because digits set apart share the places that they were cut at. They are
    // more than twice as many as all others that can be printed, and it is not itself what is left
    // of one of those.
    [[nodiscard]] std::optional<Read<DateNumbers>> winner() const;

    void forget() noexcept;

private:
    // What the readings say of one date.
    struct Support {
        int votes = 0;          // that read it, or what is left of it
        int votes_for_year = 0; // of those, with its whole year
        int votes_against = 0;
        unsigned sources = 0; // of those for it
        bool is_part = false; // it is itself left of another that was read
    };

    [[nodiscard]] Support support_of(const DateNumbers& date) const;
    [[nodiscard]] bool is_read_enough(const Ballot<DateNumbers>::Count& date,
                                      const Support& support) const;
    [[nodiscard]] bool is_won_by(const Ballot<DateNumbers>::Count& date) const;

    DigitCounts printed_;
    std::optional<DateNumbers> expected_; // no year
    Ballot<DateNumbers> readings_;
};

} // namespace madoguchi::surface
