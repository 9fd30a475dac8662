// Whether the date can be relied on for the age of things: a clock that was set wrongly, or back,
// must not wipe what is young.
#pragma once

#include "hal/base/clock.hpp"

#include <optional>

namespace madoguchi::terminal {

class SettledClock {
public:
    explicit SettledClock(const Clock& clock) : clock_(clock) {}

    // True when the date has gone along with the monotonic clock for ten minutes, as far as this
    // was asked in between. A jump of more than a minute begins them anew.
    [[nodiscard]] bool is_settled() {
        using std::chrono::duration_cast;
        using std::chrono::seconds;
        constexpr seconds tolerance = std::chrono::minutes(1);
        constexpr seconds long_enough = std::chrono::minutes(10);
        const MonotonicTime now = clock_.monotonic_now();
        const CivilTime date = clock_.civil_now();
        if (!since_ ||
            std::chrono::abs((date - date_) - duration_cast<seconds>(now - *since_)) > tolerance) {
            since_ = now;
            date_ = date;
        }
        return now - *since_ >= long_enough;
    }

private:
    const Clock& clock_;
    std::optional<MonotonicTime> since_;
    CivilTime date_{};
};

} // namespace madoguchi::terminal
