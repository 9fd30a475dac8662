#include "terminal_app/service/heartbeat.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace madoguchi::terminal;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

TEST_CASE("only work without a beat for too long is stuck") {
    Heartbeat heartbeat;
    CHECK_FALSE(heartbeat.is_stuck(0ms)); // nobody works
    {
        const Heartbeat::Work work(heartbeat);
        std::this_thread::sleep_for(2ms);
        CHECK(heartbeat.is_stuck(1ms));
        CHECK_FALSE(heartbeat.is_stuck(60s));
        heartbeat.beat();
        CHECK_FALSE(heartbeat.is_stuck(60s));
    }
    CHECK_FALSE(heartbeat.is_stuck(0ms));
}
