#include "surface/reading/date_readings.hpp"

#include "hal/base/clock.hpp"

namespace madoguchi::surface {

namespace {

constexpr unsigned of_lines =
    static_cast<unsigned>(Source::JapaneseLine) | static_cast<unsigned>(Source::DigitsLine);

bool is_short(const DateNumbers& date, const DigitCounts& printed) {
    return (!date.is_first_year && digits_of(static_cast<unsigned>(date.year)) < printed.year) ||
           digits_of(date.month) < printed.month || digits_of(date.day) < printed.day;
}

// 1 for 11, 1 or 2 for 12; or the number itself.
bool is_left_of(unsigned read, unsigned printed) {
    return read == printed ||
           (printed >= 10 && printed < 100 && (read == printed / 10 || read == printed % 10));
}

bool is_left_of(const DateNumbers& read, const DateNumbers& printed) {
    return read.is_first_year == printed.is_first_year &&
           is_left_of(static_cast<unsigned>(read.year), static_cast<unsigned>(printed.year)) &&
           is_left_of(read.month, printed.month) && is_left_of(read.day, printed.day);
}

// Whether a card can have it printed: others are slips. Of an era's year any day of a leap year.
bool is_printable(const DateNumbers& date) {
    constexpr int leap_year = 2000;
    const bool is_of_era = date.year < 100;
    const CivilDate day{std::chrono::year(is_of_era ? leap_year : date.year),
                        std::chrono::month(date.month), std::chrono::day(date.day)};
    const bool is_year = is_of_era ? date.is_first_year || date.year > 1
                                   : date.year > leap_year && date.year < leap_year + 100;
    return is_year && day.ok();
}

} // namespace

bool is_line(Source source) {
    return (static_cast<unsigned>(source) & of_lines) != 0;
}

void DateReadings::add(const Read<DateNumbers>& read, Source source) {
    readings_.add(read, static_cast<unsigned>(source));
}

DateReadings::Support DateReadings::support_of(const DateNumbers& date) const {
    Support support;
    for (const auto& other : readings_.counts()) {
        if (is_left_of(other.value, date)) {
            support.votes += other.votes;
            support.votes_for_year += other.value.year == date.year ? other.votes : 0;
            support.sources |= other.sources;
        } else if (is_printable(other.value)) {
            support.votes_against += other.votes;
            support.is_part = support.is_part || is_left_of(date, other.value);
        }
    }
    return support;
}

bool DateReadings::is_read_enough(const Ballot<DateNumbers>::Count& date,
                                  const Support& support) const {
    constexpr int enough = 2;
    constexpr int enough_against_ink = 4;
    if (is_short(date.value, printed_)) {
        return date.votes >= enough_against_ink;
    }
    const bool is_expected =
        expected_ && expected_->month == date.value.month && expected_->day == date.value.day;
    return (is_expected ? support.votes_for_year : date.votes) >= enough;
}

bool DateReadings::is_won_by(const Ballot<DateNumbers>::Count& date) const {
    const Support support = support_of(date.value);
    return is_printable(date.value) && is_read_enough(date, support) && !support.is_part &&
           (support.sources & of_lines) != 0 && support.votes > 2 * support.votes_against;
}

std::optional<Read<DateNumbers>> DateReadings::winner() const {
    for (const auto& date : readings_.counts()) {
        if (is_won_by(date)) {
            return Read<DateNumbers>{date.value, date.confidence};
        }
    }
    return std::nullopt;
}

void DateReadings::forget() noexcept {
    readings_.forget();
    expected_.reset();
}

} // namespace madoguchi::surface
