// Time as a port: monotonic for every limit, civil for dates. Tests use a clock they set.
#pragma once

#include <chrono>

namespace madoguchi {

using MonotonicTime = std::chrono::steady_clock::time_point;
using CivilTime = std::chrono::sys_seconds; // UTC
using CivilDate = std::chrono::year_month_day;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual MonotonicTime monotonic_now() const = 0;
    [[nodiscard]] virtual CivilTime civil_now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] MonotonicTime monotonic_now() const override;
    [[nodiscard]] CivilTime civil_now() const override;
};

// The date in Japan (UTC+9, no daylight saving) at an instant: the day that every rule of this
// field means.
[[nodiscard]] CivilDate date_in_japan(CivilTime instant);

} // namespace madoguchi
