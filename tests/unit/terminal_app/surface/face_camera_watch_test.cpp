#include "terminal_app/service/face_camera_watch.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using std::chrono_literals::operator""ms;

namespace {

Frame plain(int width, int height, std::uint8_t level) {
    return {
        width, height, PixelFormat::Grey8, Bytes(static_cast<std::size_t>(width * height), level),
        {},    0};
}

Frame cut(Frame frame) {
    frame.pixels.pop_back();
    return frame;
}

// Twenty frames of one kind after some others; what the camera is accused of in the end.
struct Accusation {
    std::optional<FailureReason> fault;
    bool is_slow = false;
    bool sees_something = false;
};

Accusation watch(const std::vector<Frame>& first, const Frame& then,
                 std::chrono::milliseconds interval) {
    constexpr int count = 20;
    FaceCameraWatch watch;
    Accusation accusation;
    std::uint64_t sequence = 0;
    const auto see = [&](Frame frame) {
        frame.sequence = ++sequence;
        frame.taken_at = MonotonicTime{} + sequence * interval;
        accusation.fault = watch.see(frame);
    };
    for (const Frame& frame : first) {
        see(frame);
    }
    for (int i = 0; i < count && !accusation.fault; ++i) {
        see(then);
    }
    accusation.is_slow = watch.is_slow();
    accusation.sees_something = watch.sees_something();
    return accusation;
}

} // namespace

TEST_CASE("what the pictures say against their camera") {
    const Frame good = plain(640, 480, 100);
    const Frame black = plain(640, 480, 3);
    struct Case {
        const char* what;
        std::vector<Frame> first;
        Frame then;
        std::optional<FailureReason> fault;
    };
    const std::vector<Case> cases{
        {"good pictures", {}, good, {}},
        {"a dark room", {}, plain(640, 480, 30), {}},
        {"black for a moment, as while a camera starts", {black, black, black}, good, {}},
        {"black for ever", {}, black, FailureReason::CameraBlack},
        {"black from now on", {good, good}, black, FailureReason::CameraBlack},
        {"one torn picture", {cut(good)}, good, {}},
        {"torn pictures alone", {}, cut(good), FailureReason::CameraUnsuitable},
        {"narrow pictures", {}, plain(160, 480, 100), FailureReason::CameraUnsuitable},
        {"low pictures", {}, plain(640, 120, 100), FailureReason::CameraUnsuitable},
        {"the smallest that do", {}, plain(320, 240, 100), {}},
        {"no picture at all", {}, Frame{}, FailureReason::CameraUnsuitable},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        const Accusation accusation = watch(one.first, one.then, 100ms);
        CHECK(accusation.fault == one.fault);
        CHECK(accusation.sees_something == !one.fault);
        CHECK_FALSE(accusation.is_slow);
    }
}

TEST_CASE("a face camera of one picture a second is slow and usable") {
    const Accusation accusation = watch({}, plain(640, 480, 100), 1000ms);
    CHECK(accusation.is_slow);
    CHECK(accusation.sees_something);
}
