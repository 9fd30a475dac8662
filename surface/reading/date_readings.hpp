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
    // How many digits are printed; a year of 1 stands for 元.
    explicit DateReadings(const DigitCounts& printed) : printed_(printed) {}

    void add(const Read<DateNumbers>& read, Source source);

    // Two readings with as many digits as are printed; a line must be among them or differ from
    // them by nothing but dropped digits, because digits set apart share the places that they were
    // cut at. Or four readings of the line with fewer digits, if hardly anything speaks for more:
    // then the ink was counted wrongly.
    [[nodiscard]] std::optional<Read<DateNumbers>> winner() const;

    void forget() noexcept;

private:
    [[nodiscard]] bool is_confirmed(const DateNumbers& date) const;

    DigitCounts printed_;
    Ballot<DateNumbers> whole_;
    Ballot<DateNumbers> short_; // with fewer digits than are printed
};

} // namespace madoguchi::surface
