// An absolute monotonic moment by which a call must have ended. Every blocking port call takes one.
#pragma once

#include <algorithm>
#include <chrono>

namespace madoguchi {

class Deadline {
public:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] static Deadline after(std::chrono::milliseconds duration) {
        return Deadline(Clock::now() + within_a_year(duration));
    }
    [[nodiscard]] static Deadline at(Clock::time_point moment) { return Deadline(moment); }
    [[nodiscard]] static Deadline passed() { return Deadline(Clock::time_point::min()); }

    [[nodiscard]] bool has_passed() const { return Clock::now() >= moment_; }

    // Never negative; at most one hour, so that it fits every operating-system call.
    [[nodiscard]] std::chrono::milliseconds remaining() const {
        using std::chrono::milliseconds;
        const auto now = Clock::now();
        if (now >= moment_) {
            return milliseconds::zero();
        }
        const auto left = std::chrono::ceil<milliseconds>(moment_ - now);
        return std::min<milliseconds>(left, std::chrono::hours(1));
    }

    [[nodiscard]] Clock::time_point moment() const noexcept { return moment_; }

    // The earlier of this deadline and one that starts now.
    [[nodiscard]] Deadline but_within(std::chrono::milliseconds duration) const {
        return Deadline(std::min(moment_, Clock::now() + within_a_year(duration)));
    }

private:
    explicit Deadline(Clock::time_point moment) noexcept : moment_(moment) {}

    // The clock counts nanoseconds in 64 bits: milliseconds::max() would overflow it.
    [[nodiscard]] static std::chrono::milliseconds
    within_a_year(std::chrono::milliseconds duration) {
        constexpr std::chrono::milliseconds year = std::chrono::hours(24 * 366);
        return std::clamp(duration, -year, year);
    }

    Clock::time_point moment_;
};

} // namespace madoguchi
