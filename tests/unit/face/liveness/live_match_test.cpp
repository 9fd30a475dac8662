// A match with liveness, as a facility's policy wants it.
#include "face/liveness/live_match.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/head_model.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;
using face::Guidance;
using face::LivenessGrade;
using face::LivenessMode;
using face::LivenessReason;
using face::LivenessTest;
using face::MatchReason;
using face::MatchVerdict;
using face::TurnSide;

namespace {

// Says what the test wants of the border; counts what it saw.
struct ScriptedVote final : face::LivenessVote {
    ScriptedVote(const LivenessReason& reason, int& seen) : reason_(reason), seen_(seen) {}
    Result<void> see(const face::ImageView& /*picture*/, const face::SeenFace& /*seen*/) override {
        ++seen_;
        return {};
    }
    void restart() override { seen_ = 0; }
    [[nodiscard]] face::LivenessSign sign() const override {
        return {LivenessTest::Border, reason_, 0.5F};
    }

private:
    const LivenessReason& reason_;
    int& seen_;
};

class Desk {
public:
    explicit Desk(const face::LivenessPolicy& policy, TurnSide side = TurnSide::Left)
        : engine_(test::scripted_engine(scene)), check_(votes(), policy, [side] { return side; }),
          match_(engine_, test::face_like(1), {}, &check_) {
        look(0);
    }

    face::MatchProgress show() {
        now += 100ms;
        ++sequence_;
        return match_.feed(test::frame_of(picture_.view(), sequence_, now), now).value();
    }
    face::MatchProgress show_again(int frames) {
        for (int i = 1; i < frames; ++i) {
            show();
        }
        return show();
    }
    void look(float yaw) { scene.landmarks = test::points_of(test::Shape::Head, {yaw, 0}); }
    face::MatchDecision conclude() { return match_.conclude(); }

    test::Scene scene;
    LivenessReason border = LivenessReason::AsOfAPerson;
    int seen_by_vote = 0;
    MonotonicTime now{};

private:
    face::LivenessVotes votes() {
        face::LivenessVotes votes;
        votes.push_back(std::make_unique<ScriptedVote>(border, seen_by_vote));
        return votes;
    }

    std::uint64_t sequence_ = 0;
    face::Image picture_ = test::striped_picture(640, 480, PixelFormat::Bgr8);
    face::FaceEngine engine_;
    face::LivenessCheck check_;
    face::LiveMatch match_;
};

constexpr face::LivenessPolicy required{LivenessMode::Required, false, {}};
constexpr face::LivenessPolicy notice{LivenessMode::StaffNotice, false, {}};
constexpr face::LivenessPolicy unattended{LivenessMode::StaffNotice, true, {}};

} // namespace

TEST_CASE("staff notice: the match stands, and the decision carries what is doubtful") {
    for (const auto& [border, grade] :
         {std::pair(LivenessReason::AsOfAPerson, LivenessGrade::Shown),
          std::pair(LivenessReason::BorderSeen, LivenessGrade::Doubted)}) {
        Desk desk(notice);
        desk.border = border;
        const auto decision = desk.show_again(5).decision;
        REQUIRE(decision.has_value());
        CHECK(decision->verdict == MatchVerdict::Match);
        REQUIRE(decision->liveness.has_value());
        CHECK(decision->liveness->grade() == grade);
        CHECK(decision->liveness->of(LivenessTest::Border).reason == border);
        CHECK(decision->liveness->of(LivenessTest::Turn).reason == LivenessReason::NotAsked);
        CHECK(decision->liveness->of(LivenessTest::Infrared).reason == LivenessReason::NotFitted);
        CHECK(desk.seen_by_vote == 5);
    }
}

TEST_CASE("required, or nobody there: after the match the head is asked to turn") {
    for (const auto& policy : {required, unattended}) {
        for (const TurnSide side : {TurnSide::Left, TurnSide::Right}) {
            Desk desk(policy, side);
            CHECK_FALSE(desk.show_again(5).decision.has_value());
            const bool left = side == TurnSide::Left;
            CHECK(desk.show().guidance ==
                  (left ? Guidance::ChallengeLeft : Guidance::ChallengeRight));
            desk.show_again(3);
            desk.look(left ? 25 : -25);
            const auto decision = desk.show_again(8).decision;
            REQUIRE(decision.has_value());
            CHECK(decision->verdict == MatchVerdict::Match);
            CHECK(decision->liveness->grade() == LivenessGrade::Shown);
        }
    }
}

TEST_CASE("required: whatever is not shown makes a match unsure, never a stranger") {
    Desk desk(required);
    SECTION("a face that does not turn") {
        CHECK_FALSE(desk.show_again(70).decision.has_value());
        const auto decision = desk.show_again(10).decision;
        REQUIRE(decision.has_value());
        CHECK(decision->liveness->of(LivenessTest::Turn).reason == LivenessReason::TurnNotSeen);
    }
    SECTION("a border, though the head turned") {
        desk.border = LivenessReason::BorderSeen;
        desk.show_again(9);
        desk.look(25);
        CHECK(desk.show_again(8).decision->liveness->grade() == LivenessGrade::Doubted);
    }
    SECTION("a test that could not be judged") {
        desk.border = LivenessReason::EdgesHidden;
        desk.show_again(9);
        desk.look(25);
        CHECK(desk.show_again(8).decision->liveness->grade() == LivenessGrade::Unproved);
    }
    SECTION("time that ran out before the question") {
        desk.show_again(5);
    }
    SECTION("another person who turns instead") {
        desk.show_again(9);
        desk.look(25);
        desk.scene.likeness = 0.2;
        const auto decision = desk.show_again(8).decision;
        CHECK(decision->liveness->of(LivenessTest::Turn).reason == LivenessReason::FaceChanged);
    }
    const auto decision = desk.conclude();
    CHECK(decision.verdict == MatchVerdict::Unsure);
    CHECK(decision.reason == MatchReason::LivenessNotShown);
    CHECK(decision.score.has_value());
}

TEST_CASE("a stranger is not asked to turn") {
    Desk desk(required);
    desk.scene.likeness = 0.1;
    const auto decision = desk.show_again(5).decision;
    REQUIRE(decision.has_value());
    CHECK(decision->verdict == MatchVerdict::NoMatch);
    CHECK(decision->liveness->of(LivenessTest::Turn).reason == LivenessReason::TooFewFrames);
}

TEST_CASE("the turn is measured against a straight look, which is asked for first where none was") {
    Desk desk(required);
    desk.look(14); // straight enough to be compared
    desk.show_again(5);
    CHECK(desk.show().guidance == Guidance::LookStraight);
    CHECK(desk.show().guidance == Guidance::LookStraight);
    desk.look(0);
    CHECK(desk.show().guidance == Guidance::ChallengeLeft);
}

TEST_CASE("nobody, or two people, are told so while the head should turn") {
    Desk desk(required);
    desk.show_again(7);
    desk.scene.faces = 0;
    CHECK(desk.show().guidance == Guidance::NoFace);
    desk.scene.faces = 2;
    CHECK(desk.show().guidance == Guidance::OnePerson);
    const auto decision = desk.show_again(12).decision;
    REQUIRE(decision.has_value());
    CHECK(decision->liveness->of(LivenessTest::Turn).reason == LivenessReason::FaceLost);
}

TEST_CASE("frames of the person before do not speak for the next") {
    Desk desk(notice);
    desk.show_again(4);
    desk.scene.faces = 2;
    desk.show();
    desk.scene.faces = 1;
    CHECK(desk.seen_by_vote == 0);
    desk.show_again(2);
    CHECK(desk.seen_by_vote == 2);
}

TEST_CASE("with liveness off the decision says nothing of it") {
    test::Scene scene;
    auto engine = test::scripted_engine(scene);
    face::LiveMatch match(engine, test::face_like(1), {}, nullptr);
    const auto picture = test::striped_picture(640, 480, PixelFormat::Bgr8);
    for (std::uint64_t i = 1; i <= 5; ++i) {
        static_cast<void>(match.feed(test::frame_of(picture.view(), i, {}), {}).value());
    }
    CHECK(match.conclude().verdict == MatchVerdict::Match);
    CHECK_FALSE(match.conclude().liveness.has_value());
}
