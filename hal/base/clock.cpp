#include "hal/base/clock.hpp"

namespace madoguchi {

MonotonicTime SystemClock::monotonic_now() const {
    return std::chrono::steady_clock::now();
}

CivilTime SystemClock::civil_now() const {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

CivilDate date_in_japan(CivilTime instant) {
    constexpr std::chrono::hours japan_offset{9};
    return CivilDate{std::chrono::floor<std::chrono::days>(instant + japan_offset)};
}

} // namespace madoguchi
