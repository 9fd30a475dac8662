#include "terminal_app/service/frame_watch.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using std::chrono_literals::operator""ms;

namespace {

Frame frame(std::uint8_t level, std::uint64_t sequence, std::chrono::milliseconds at) {
    return {100, 10, PixelFormat::Grey8, Bytes(1000, level), MonotonicTime{} + at, sequence};
}

} // namespace

TEST_CASE("black is what shows nothing, not what is dim") {
    CHECK(is_black(frame(0, 1, 0ms)));
    CHECK(is_black(frame(15, 1, 0ms)));
    CHECK_FALSE(is_black(frame(16, 1, 0ms)));
    CHECK_FALSE(is_black(frame(255, 1, 0ms)));
}

TEST_CASE("a repeated picture is noticed, and for how long it stays") {
    FrameWatch watch;
    watch.see(frame(10, 1, 0ms));
    CHECK_FALSE(watch.is_repeated());
    watch.see(frame(10, 2, 100ms));
    CHECK(watch.is_repeated());
    CHECK(watch.stillness() == 100ms);
    watch.see(frame(11, 3, 200ms));
    CHECK_FALSE(watch.is_repeated());
    CHECK(watch.stillness() == 0ms);
}

TEST_CASE("a camera's pace is that of its frames, not of those that were fetched") {
    struct Case {
        std::uint64_t frames;
        std::chrono::milliseconds time;
        bool is_slow;
    };
    for (const Case& one : {Case{1, 5000ms, false}, // too few to say
                            Case{2, 2000ms, true}, Case{2, 1000ms, false}, Case{10, 5001ms, true},
                            Case{100, 10'000ms, false}}) {
        INFO(one.frames << " frames in " << one.time.count() << " ms");
        FrameWatch watch;
        watch.see(frame(10, 1, 0ms));
        watch.see(frame(11, 1 + one.frames, one.time));
        CHECK(watch.is_slow() == one.is_slow);
    }
}
