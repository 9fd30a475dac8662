#include "hal/base/deadline.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

TEST_CASE("a deadline that has passed leaves no time") {
    for (const Deadline deadline :
         {Deadline::passed(), Deadline::after(0ms), Deadline::after(-5s),
          Deadline::after(milliseconds::min()), Deadline::at(Deadline::Clock::now() - 1ns)}) {
        CHECK(deadline.has_passed());
        CHECK(deadline.remaining() == 0ms);
    }
}

TEST_CASE("a deadline ahead leaves at most its duration, rounded up") {
    const Deadline deadline = Deadline::after(10s);
    CHECK_FALSE(deadline.has_passed());
    CHECK(deadline.remaining() > 5s);
    CHECK(deadline.remaining() <= 10s);
    const auto tomorrow = Deadline::Clock::now() + 24h;
    CHECK(Deadline::at(tomorrow).moment() == tomorrow);
}

TEST_CASE("what remains never exceeds an hour, however far the deadline is") {
    CHECK(Deadline::after(2h).remaining() == 1h);
    CHECK(Deadline::after(milliseconds::max()).remaining() == 1h);
    CHECK(Deadline::at(Deadline::Clock::time_point::max()).remaining() == 1h);
}

TEST_CASE("a narrower limit takes the earlier moment") {
    const Deadline soon = Deadline::after(1s);
    CHECK(soon.but_within(10s).moment() == soon.moment());
    CHECK(soon.but_within(10ms).moment() < soon.moment());
    CHECK(soon.but_within(milliseconds::max()).moment() == soon.moment());
    CHECK(Deadline::passed().but_within(10s).has_passed());
}
