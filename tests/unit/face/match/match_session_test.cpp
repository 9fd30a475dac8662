#include "face/match/match_session.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;
using face::Guidance;
using face::MatchReason;
using face::MatchVerdict;

namespace {

struct Listener final : face::SeenFaceListener {
    Result<void> on_compared(const face::ImageView& picture, const face::SeenFace& seen,
                             MonotonicTime taken_at) override {
        CHECK(picture.width() == 640);
        CHECK(seen.where.box.width > 0);
        moments.push_back(taken_at);
        return fails ? Result<void>(fail(ErrorCode::ModelFailed, "scripted failure"))
                     : Result<void>();
    }
    void on_began_anew() override { moments.clear(); }

    std::vector<MonotonicTime> moments;
    bool fails = false;
};

// A session on scripted networks and a clock that the test moves.
class Desk {
public:
    explicit Desk(std::optional<face::FaceTemplate> chip_face = test::face_like(1))
        : engine_(test::scripted_engine(scene)),
          session(engine_, std::move(chip_face), {}, &listener) {}

    face::MatchProgress show(double likeness) {
        scene.likeness = likeness;
        now += 100ms;
        ++sequence;
        return session.feed(frame(), now).value();
    }

    face::MatchProgress show_people(int people) {
        scene.faces = people;
        const auto progress = show(1);
        scene.faces = 1;
        return progress;
    }

    [[nodiscard]] Frame frame() const { return test::frame_of(picture_.view(), sequence, now); }

    test::Scene scene;
    Listener listener;
    MonotonicTime now{};
    std::uint64_t sequence = 0;

private:
    face::Image picture_ = test::striped_picture(640, 480, PixelFormat::Bgr8);
    face::FaceEngine engine_;

public:
    face::MatchSession session;
};

} // namespace

TEST_CASE("five alike frames are a match, and none of the four before is") {
    Desk desk;
    for (int i = 1; i <= 4; ++i) {
        const auto progress = desk.show(0.8);
        CHECK_FALSE(progress.decision.has_value());
        CHECK(progress.progress == Approx(i / 5.0));
        CHECK(progress.guidance == Guidance::HoldStill);
    }
    const auto decision = desk.show(0.8).decision;
    REQUIRE(decision.has_value());
    CHECK(decision->verdict == MatchVerdict::Match);
    CHECK(decision->frames == 5);
    CHECK(*decision->score == Approx(0.8).margin(0.001));
}

TEST_CASE("the mean of the frames decides, not the best of them") {
    Desk desk;
    for (const double likeness : {0.99, -0.3, -0.3, -0.3}) {
        desk.show(likeness);
    }
    const auto decision = desk.show(-0.3).decision;
    REQUIRE(decision.has_value());
    CHECK(decision->verdict == MatchVerdict::NoMatch);
}

TEST_CASE("a hopeless set ends the session, an unsure one is tried again, three times in all") {
    Desk desk;
    SECTION("hopeless") {
        for (int i = 0; i < 4; ++i) {
            desk.show(0.1);
        }
        CHECK(desk.show(0.1).decision->verdict == MatchVerdict::NoMatch);
    }
    SECTION("unsure to the end") {
        for (int i = 0; i < 14; ++i) {
            CHECK_FALSE(desk.show(0.3).decision.has_value());
        }
        const auto decision = desk.show(0.3).decision;
        CHECK(decision->verdict == MatchVerdict::Unsure);
        CHECK(decision->reason == MatchReason::ScoreBetween);
    }
    SECTION("unsure, then alike") {
        for (int i = 0; i < 5; ++i) {
            desk.show(0.3);
        }
        for (int i = 0; i < 4; ++i) {
            desk.show(0.8);
        }
        CHECK(desk.show(0.8).decision->verdict == MatchVerdict::Match);
    }
}

TEST_CASE("when somebody else may have stepped in, frames are collected anew") {
    Desk desk;
    const int people = GENERATE(0, 2);
    for (int i = 0; i < 4; ++i) {
        desk.show(0.8);
    }
    const auto interrupted = desk.show_people(people);
    CHECK(interrupted.guidance == (people == 0 ? Guidance::NoFace : Guidance::OnePerson));
    CHECK(interrupted.progress == 0);
    CHECK_FALSE(desk.show(0.8).decision.has_value());
}

TEST_CASE("a stale, repeated or broken frame changes nothing") {
    Desk desk;
    desk.show(0.8);
    const auto unchanged = [&](const Frame& frame, MonotonicTime now) {
        const auto progress = desk.session.feed(frame, now);
        REQUIRE(progress.has_value());
        CHECK(progress->progress == Approx(0.2));
        CHECK(desk.scene.embedded == 1);
    };
    SECTION("the same sequence number again") {
        unchanged(desk.frame(), desk.now);
    }
    SECTION("an earlier sequence number") {
        desk.sequence = 0;
        unchanged(desk.frame(), desk.now);
    }
    SECTION("taken more than half a second ago") {
        ++desk.sequence;
        unchanged(desk.frame(), desk.now + 501ms);
    }
    SECTION("a short buffer") {
        ++desk.sequence;
        Frame frame = desk.frame();
        frame.pixels.pop_back();
        unchanged(frame, desk.now);
    }
}

TEST_CASE("when time is up, three frames suffice and fewer are too few") {
    Desk desk;
    SECTION("three frames") {
        for (int i = 0; i < 3; ++i) {
            desk.show(0.8);
        }
        const auto decision = desk.session.conclude();
        CHECK(decision.verdict == MatchVerdict::Match);
        CHECK(decision.frames == 3);
    }
    SECTION("two frames") {
        desk.show(0.8);
        desk.show(0.8);
        const auto decision = desk.session.conclude();
        CHECK(decision.verdict == MatchVerdict::Unsure);
        CHECK(decision.reason == MatchReason::TooFewFrames);
    }
    SECTION("no frame at all") {
        CHECK(desk.session.conclude().verdict == MatchVerdict::Unsure);
    }
    SECTION("two frames after an unsure set keep that set's reason") {
        for (int i = 0; i < 7; ++i) {
            desk.show(0.3);
        }
        CHECK(desk.session.conclude().reason == MatchReason::ScoreBetween);
    }
}

TEST_CASE("the session ends by itself eight seconds after its first frame") {
    Desk desk;
    desk.show_people(0);
    desk.now += 8001ms;
    const auto decision = desk.show(0.8).decision;
    REQUIRE(decision.has_value());
    CHECK(decision->reason == MatchReason::TooFewFrames);
}

TEST_CASE("a decision stands: later frames are not looked at") {
    Desk desk;
    for (int i = 0; i < 5; ++i) {
        desk.show(0.1);
    }
    const int embedded = desk.scene.embedded;
    CHECK(desk.show(0.9).decision->verdict == MatchVerdict::NoMatch);
    CHECK(desk.session.conclude().verdict == MatchVerdict::NoMatch);
    CHECK(desk.scene.embedded == embedded);
}

TEST_CASE("a network that fails during a session is an error") {
    Desk desk;
    desk.scene.detector_fails = true;
    ++desk.sequence;
    const auto progress = desk.session.feed(desk.frame(), desk.now);
    REQUIRE_FALSE(progress.has_value());
    CHECK(progress.error().code() == ErrorCode::ModelFailed);
}

TEST_CASE("frames seen before the chip's face is known decide as soon as it comes") {
    Desk desk(std::nullopt);
    for (const double likeness : {-0.3, -0.3, 0.8, 0.8, 0.8, 0.8, 0.8}) {
        CHECK_FALSE(desk.show(likeness).decision.has_value());
    }
    SECTION("on the newest five of them") {
        const auto decision = desk.session.compare_with(test::face_like(1), desk.now).decision;
        REQUIRE(decision.has_value());
        CHECK(decision->verdict == MatchVerdict::Match);
        CHECK(decision->frames == 5);
        CHECK(*decision->score == Approx(0.8).margin(0.001));
    }
    SECTION("not on frames that are old by then") {
        desk.now += 1s;
        const auto progress = desk.session.compare_with(test::face_like(1), desk.now);
        CHECK_FALSE(progress.decision.has_value());
        CHECK(progress.progress == 0);
    }
    SECTION("not across a moment in which nobody, or not one clear face, was there") {
        desk.show_people(0);
        desk.show(0.8);
        const auto progress = desk.session.compare_with(test::face_like(1), desk.now);
        CHECK_FALSE(progress.decision.has_value());
        CHECK(progress.progress == Approx(0.2));
    }
}

TEST_CASE("before the chip's face is known no time runs out, and nothing is decided") {
    Desk desk(std::nullopt);
    for (int i = 0; i < 100; ++i) { // ten seconds
        desk.show(0.3);
    }
    CHECK(desk.session.conclude().reason == MatchReason::TooFewFrames);
}

TEST_CASE("who listens hears of each compared frame, and that frames are collected anew") {
    Desk desk;
    desk.show(0.8);
    desk.show(0.8);
    CHECK(desk.listener.moments == std::vector{MonotonicTime(100ms), MonotonicTime(200ms)});
    desk.show_people(2);
    CHECK(desk.listener.moments.empty());
    desk.show(0.8);
    CHECK(desk.listener.moments.size() == 1);
}

TEST_CASE("a listener that fails ends the match with its error") {
    Desk desk;
    desk.listener.fails = true;
    ++desk.sequence;
    CHECK(desk.session.feed(desk.frame(), desk.now).error().code() == ErrorCode::ModelFailed);
}
