#include "face/liveness/turn_challenge.hpp"
#include "tests/unit/face/support/head_model.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi;
using namespace std::chrono_literals;
using face::Guidance;
using face::LivenessReason;
using face::TurnSide;
using test::points_of;
using test::Shape;

namespace {

face::SeenFace seen(const face::FiveLandmarks& landmarks, double likeness = 1) {
    return {test::face_like(likeness), {{270, 150, 150, 190}, landmarks, 1}};
}

// One question, and a frame each 100 ms.
class Question {
public:
    explicit Question(TurnSide side, Shape shape = Shape::Head) : shape_(shape) {
        challenge.remember(seen(points_of(shape, {})));
        challenge.ask(side, now);
    }

    // yaw: towards the right of the picture, which is the patient's left.
    void show(float yaw, double likeness = 1) {
        now += 100ms;
        challenge.see(seen(points_of(shape_, {yaw, 0}), likeness), now);
    }
    void show_nobody() {
        now += 100ms;
        challenge.see(Guidance::NoFace, now);
    }
    void show_for(std::chrono::milliseconds time, float yaw) {
        for (const MonotonicTime end = now + time; now < end;) {
            show(yaw);
        }
    }

    MonotonicTime now{};
    face::TurnChallenge challenge;

private:
    Shape shape_;
};

} // namespace

TEST_CASE("a head that turns to the asked side passes, by turn and by depth") {
    for (const TurnSide side : {TurnSide::Left, TurnSide::Right}) {
        const float to = side == TurnSide::Left ? 1.0F : -1.0F;
        Question question(side);
        question.show_for(500ms, 0);
        CHECK_FALSE(question.challenge.is_over(question.now));
        for (const float yaw : {8.0F, 14.0F, 20.0F, 25.0F, 22.0F}) {
            question.show(to * yaw);
        }
        CHECK(question.challenge.is_over(question.now));
        CHECK(question.challenge.turn().reason == LivenessReason::AsOfAPerson);
        CHECK(*question.challenge.turn().measure > 15);
        CHECK(question.challenge.depth().reason == LivenessReason::AsOfAPerson);
        CHECK(*question.challenge.depth().measure > 0.11F);
    }
}

TEST_CASE("the question stays for a second, however quickly it is answered") {
    Question question(TurnSide::Left);
    question.show_for(300ms, 0);
    question.show_for(400ms, 25);
    CHECK_FALSE(question.challenge.is_over(question.now));
    question.show_for(300ms, 0);
    CHECK(question.challenge.is_over(question.now));
    CHECK(question.challenge.turn().reason == LivenessReason::AsOfAPerson);
}

TEST_CASE("what was turned before anybody could have read the question is no answer") {
    Question question(TurnSide::Left);
    question.show(25); // 100 ms after it
    question.show_for(7000ms, 0);
    CHECK(question.challenge.is_over(question.now));
    CHECK(question.challenge.turn().reason == LivenessReason::TurnNotSeen);
}

TEST_CASE(
    "a still face, a small turn and one frame of a large one are no answer in seven seconds") {
    for (const float yaw : {0.0F, 9.0F, -9.0F}) {
        Question question(TurnSide::Right);
        question.show_for(500ms, 0);
        question.show(-25);
        question.show_for(6300ms, yaw);
        CHECK_FALSE(question.challenge.is_over(question.now));
        question.show(yaw);
        CHECK(question.challenge.is_over(question.now));
        CHECK(question.challenge.turn().reason == LivenessReason::TurnNotSeen);
    }
}

TEST_CASE("the other side is no answer, also when the right one follows") {
    Question question(TurnSide::Right);
    question.show_for(300ms, 25);
    question.show_for(800ms, -25);
    CHECK(question.challenge.is_over(question.now));
    CHECK(question.challenge.turn().reason == LivenessReason::TurnedOtherWay);
}

TEST_CASE("another face while the head turns ends it, for one frame too") {
    Question question(TurnSide::Left);
    question.show_for(300ms, 0);
    question.show(20, 0.3);
    question.show_for(800ms, 25);
    CHECK(question.challenge.is_over(question.now));
    CHECK(question.challenge.turn().reason == LivenessReason::FaceChanged);
}

TEST_CASE("a face may be missed for a moment and not for longer") {
    struct Case {
        int frames;
        LivenessReason reason;
    };
    for (const Case& one :
         {Case{6, LivenessReason::AsOfAPerson}, Case{8, LivenessReason::FaceLost}}) {
        Question question(TurnSide::Left);
        for (int i = 0; i < one.frames; ++i) {
            question.show_nobody();
        }
        question.show_for(600ms, 25);
        CHECK(question.challenge.turn().reason == one.reason);
    }
}

TEST_CASE("a picture that is turned by hand follows no question, and is called flat") {
    for (const float furthest : {30.0F, 45.0F, -40.0F}) {
        Question question(TurnSide::Left, Shape::Picture);
        for (int i = 0; i <= 70; ++i) {
            question.show(furthest * static_cast<float>(i) / 70);
        }
        CHECK(question.challenge.is_over(question.now));
        CHECK(question.challenge.turn().reason == LivenessReason::TurnNotSeen);
        CHECK(question.challenge.depth().reason == LivenessReason::FaceIsFlat);
    }
}

TEST_CASE("without a straight look nothing is remembered, and nothing is asked by itself") {
    face::TurnChallenge challenge;
    challenge.remember(seen(points_of(Shape::Head, {20, 0})));
    CHECK_FALSE(challenge.knows_straight_look());
    CHECK(challenge.turn().reason == LivenessReason::NotAsked);
    CHECK(challenge.depth().reason == LivenessReason::NotAsked);
    CHECK_FALSE(challenge.is_over(MonotonicTime(1h)));
    challenge.remember(seen(points_of(Shape::Head, {})));
    CHECK(challenge.knows_straight_look());
    challenge.forget();
    CHECK_FALSE(challenge.knows_straight_look());
}

TEST_CASE("both sides come up, and not in turn") {
    std::set<std::pair<TurnSide, TurnSide>> pairs;
    for (int i = 0; i < 400; ++i) { // a pair stays out once in 10^49 runs
        pairs.emplace(face::unguessable_side().value(), face::unguessable_side().value());
    }
    CHECK(pairs.size() == 4);
}
