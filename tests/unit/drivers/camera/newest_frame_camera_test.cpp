#include "drivers/camera/newest_frame_camera.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

using namespace madoguchi;
using namespace std::chrono_literals;
using drivers::FrameSupply;

namespace {

// Gives frames of one pixel at a pace, as the test wishes.
struct Behaviour {
    std::chrono::milliseconds pace{1};
    std::chrono::milliseconds opening{0};
    int frames_until_lost = -1; // never
    bool frozen = false;
    bool stillness_is_failure = true;
    std::atomic<int> read{0};
    std::atomic<bool> closed{false};
};

class ScriptedSupply final : public FrameSupply {
public:
    explicit ScriptedSupply(Behaviour& behaviour) : behaviour_(behaviour) {}
    ~ScriptedSupply() override { behaviour_.closed = true; }

    Result<Frame> read() override {
        std::this_thread::sleep_for(behaviour_.pace);
        const int count = ++behaviour_.read;
        if (behaviour_.frames_until_lost >= 0 && count > behaviour_.frames_until_lost) {
            return fail(ErrorCode::CameraLost, "scripted loss");
        }
        Frame frame;
        frame.width = frame.height = 1;
        frame.pixels.assign(3, static_cast<std::uint8_t>(behaviour_.frozen ? 0 : count));
        return frame;
    }

    bool stillness_is_failure() const override { return behaviour_.stillness_is_failure; }

private:
    Behaviour& behaviour_;
};

Result<std::unique_ptr<hal::Camera>> open(Behaviour& behaviour,
                                          std::chrono::milliseconds patience = 5s) {
    return drivers::open_newest_frame_camera(
        [&behaviour]() -> Result<std::unique_ptr<FrameSupply>> {
            std::this_thread::sleep_for(behaviour.opening);
            return std::make_unique<ScriptedSupply>(behaviour);
        },
        Deadline::after(patience), 50ms);
}

// Frames until the camera ends, and its error.
Error end_of(hal::Camera& camera) {
    const Deadline deadline = Deadline::after(5s);
    for (;;) {
        const auto frame = camera.next_frame(deadline);
        if (!frame) {
            return frame.error();
        }
    }
}

} // namespace

TEST_CASE("a camera gives each frame once, later ones with higher numbers and times") {
    Behaviour behaviour;
    const auto camera = open(behaviour);
    REQUIRE(camera.has_value());
    Frame last = (*camera)->next_frame(Deadline::after(5s)).value();
    for (int i = 0; i < 5; ++i) {
        Frame next = (*camera)->next_frame(Deadline::after(5s)).value();
        CHECK(next.sequence > last.sequence);
        CHECK(next.taken_at > last.taken_at);
        last = std::move(next);
    }
}

TEST_CASE("whoever comes late gets the newest frame, not an old one") {
    Behaviour behaviour;
    const auto camera = open(behaviour);
    static_cast<void>((*camera)->next_frame(Deadline::after(5s)));
    while (behaviour.read < 20) {
        std::this_thread::sleep_for(1ms);
    }
    CHECK((*camera)->next_frame(Deadline::after(5s)).value().sequence >= 19);
}

TEST_CASE("a slow camera does not hold its user beyond the deadline") {
    Behaviour behaviour;
    behaviour.pace = 200ms;
    const auto camera = open(behaviour);
    const auto frame = (*camera)->next_frame(Deadline::after(10ms));
    REQUIRE_FALSE(frame.has_value());
    CHECK(frame.error().code() == ErrorCode::DeadlineExceeded);
    CHECK((*camera)->next_frame(Deadline::after(5s)).has_value()); // and is not lost by that
}

TEST_CASE("a camera that does not open in time is an error") {
    Behaviour behaviour;
    behaviour.opening = 200ms;
    const auto camera = open(behaviour, 10ms);
    REQUIRE_FALSE(camera.has_value());
    CHECK(camera.error().code() == ErrorCode::DeadlineExceeded);
    CHECK(behaviour.closed);
}

TEST_CASE("a lost camera stays lost") {
    Behaviour behaviour;
    behaviour.frames_until_lost = 3;
    const auto camera = open(behaviour);
    CHECK(end_of(**camera).code() == ErrorCode::CameraLost);
    CHECK((*camera)->next_frame(Deadline::after(5s)).error().code() == ErrorCode::CameraLost);
}

TEST_CASE("the same picture for ever is a lost camera, unless stillness is as it should be") {
    Behaviour behaviour;
    behaviour.frozen = true;
    SECTION("a device") {
        const auto camera = open(behaviour);
        CHECK(end_of(**camera).code() == ErrorCode::CameraLost);
    }
    SECTION("a picture show") {
        behaviour.stillness_is_failure = false;
        const auto camera = open(behaviour);
        while (behaviour.read < 100) {
            std::this_thread::sleep_for(1ms);
        }
        CHECK((*camera)->next_frame(Deadline::after(5s)).has_value());
    }
}

TEST_CASE("a device that repeats its picture does not give it for a new one") {
    Behaviour behaviour;
    behaviour.frozen = true;
    const auto camera = open(behaviour);
    REQUIRE(camera.has_value());
    for (;;) {
        const auto frame = (*camera)->next_frame(Deadline::after(5s));
        if (!frame) {
            break;
        }
        CHECK(frame->sequence == 1);
    }
}

TEST_CASE("closing a camera ends its thread and closes the device") {
    Behaviour behaviour;
    {
        const auto camera = open(behaviour);
        REQUIRE(camera.has_value());
    }
    CHECK(behaviour.closed);
    const int read = behaviour.read;
    std::this_thread::sleep_for(10ms);
    CHECK(behaviour.read == read);
}
