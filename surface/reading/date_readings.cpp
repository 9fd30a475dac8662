#include "surface/reading/date_readings.hpp"

namespace madoguchi::surface {

namespace {

constexpr unsigned of_lines =
    static_cast<unsigned>(Source::JapaneseLine) | static_cast<unsigned>(Source::DigitsLine);

bool is_short(const DateNumbers& date, const DigitCounts& printed) {
    return (date.year != 1 && digits_of(static_cast<unsigned>(date.year)) < printed.year) ||
           digits_of(date.month) < printed.month || digits_of(date.day) < printed.day;
}

// 1 for 11, 1 or 2 for 12; or the number itself.
bool is_left_of(unsigned read, unsigned printed) {
    return read == printed ||
           (printed >= 10 && printed < 100 && (read == printed / 10 || read == printed % 10));
}

bool is_left_of(const DateNumbers& read, const DateNumbers& printed) {
    return is_left_of(static_cast<unsigned>(read.year), static_cast<unsigned>(printed.year)) &&
           is_left_of(read.month, printed.month) && is_left_of(read.day, printed.day);
}

} // namespace

bool is_line(Source source) {
    return (static_cast<unsigned>(source) & of_lines) != 0;
}

void DateReadings::add(const Read<DateNumbers>& read, Source source) {
    auto& ballot = is_short(read.value, printed_) ? short_ : whole_;
    ballot.add(read, static_cast<unsigned>(source));
}

bool DateReadings::is_confirmed(const DateNumbers& date) const {
    const auto remainder = short_.winner(1);
    if (remainder && is_left_of(*remainder, date)) {
        return true;
    }
    return (whole_.sources() & of_lines) != 0 && whole_.votes() > short_.votes();
}

std::optional<Read<DateNumbers>> DateReadings::winner() const {
    constexpr int enough = 2;
    constexpr int enough_against_ink = 4;
    if (const auto date = whole_.winner(enough); date && is_confirmed(*date)) {
        return Read<DateNumbers>{*date, whole_.confidence()};
    }
    const auto date = short_.winner(enough_against_ink);
    return date && whole_.votes() <= 1
               ? std::optional(Read<DateNumbers>{*date, short_.confidence()})
               : std::nullopt;
}

void DateReadings::forget() noexcept {
    whole_.forget();
    short_.forget();
}

} // namespace madoguchi::surface
