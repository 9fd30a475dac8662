#include "face/quality/guidance_hold.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;
using face::Guidance;

namespace {

struct Moment {
    std::chrono::milliseconds at;
    Guidance seen;
    Guidance shown;
};

void play(const std::vector<Moment>& moments) {
    face::GuidanceHold hold;
    for (const Moment& moment : moments) {
        INFO(moment.at.count() << " ms");
        CHECK(hold.show(moment.seen, MonotonicTime{} + moment.at) == moment.shown);
    }
}

} // namespace

TEST_CASE("the first sentence is shown at once and then held for a second") {
    play({{5000ms, Guidance::NoFace, Guidance::NoFace},
          {5100ms, Guidance::Closer, Guidance::NoFace},
          {5999ms, Guidance::Closer, Guidance::NoFace},
          {6000ms, Guidance::Closer, Guidance::Closer},
          {6500ms, Guidance::HoldStill, Guidance::Closer},
          {7000ms, Guidance::HoldStill, Guidance::HoldStill}});
}

TEST_CASE("what came and went within a second is not shown") {
    play({{0ms, Guidance::HoldStill, Guidance::HoldStill},
          {300ms, Guidance::OpenEyes, Guidance::HoldStill},
          {600ms, Guidance::HoldStill, Guidance::HoldStill},
          {1200ms, Guidance::HoldStill, Guidance::HoldStill}});
}

TEST_CASE("a sentence that stayed longer than a second gives way at once") {
    play({{0ms, Guidance::Brighter, Guidance::Brighter},
          {4000ms, Guidance::Brighter, Guidance::Brighter},
          {4001ms, Guidance::HoldStill, Guidance::HoldStill}});
}

TEST_CASE("the turn that is asked for does not wait") {
    play({{0ms, Guidance::HoldStill, Guidance::HoldStill},
          {10ms, Guidance::ChallengeLeft, Guidance::ChallengeLeft},
          {20ms, Guidance::HoldStill, Guidance::ChallengeLeft}});
}
