#include "hal/base/clock.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace std::chrono;

namespace {

struct Case {
    CivilTime instant;
    CivilDate in_japan;
};

} // namespace

TEST_CASE("the date in Japan changes at 15:00 UTC") {
    const std::vector<Case> cases{
        {sys_days{2026y / March / 31} + 14h + 59min + 59s, 2026y / March / 31},
        {sys_days{2026y / March / 31} + 15h, 2026y / April / 1},
        {sys_days{2026y / April / 1}, 2026y / April / 1},
        {sys_days{2025y / December / 31} + 15h, 2026y / January / 1},
        {sys_days{2028y / February / 28} + 15h, 2028y / February / 29},
        {sys_days{2027y / February / 28} + 15h, 2027y / March / 1},
        {sys_days{1969y / December / 31} + 14h + 59min + 59s, 1969y / December / 31},
        {sys_days{1969y / December / 31} + 15h, 1970y / January / 1},
    };
    for (const Case& each : cases) {
        CHECK(date_in_japan(each.instant) == each.in_japan);
    }
}

TEST_CASE("the system clock's monotonic time does not go back") {
    const SystemClock clock;
    const MonotonicTime first = clock.monotonic_now();
    CHECK(clock.monotonic_now() >= first);
    CHECK(clock.civil_now() > sys_days{2024y / January / 1});
}
