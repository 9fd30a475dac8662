// The signs of life on rendered people and on attacks made of their pictures. What passes and fails
// here shows that the parts work together; it says nothing about rates with people.
#include "face/evaluate/presentation.hpp"
#include "tests/unit/face/real_networks/attacks.hpp"
#include "tests/unit/face/real_networks/real_engine.hpp"

#include <catch2/catch.hpp>

#include <iostream>

using namespace madoguchi;
using face::LivenessGrade;
using face::LivenessReason;
using face::LivenessTest;
using face::Presentation;
using face::TurnSide;

namespace {

constexpr std::array both_sides{TurnSide::Left, TurnSide::Right};

std::vector<face::Image> pictures(const std::string& person,
                                  const std::vector<std::string>& names) {
    std::vector<face::Image> all;
    for (const std::string& name : names) {
        all.push_back(test::persona_picture(person, name + ".jpg"));
    }
    return all;
}

Presentation turning_person(const std::string& person) {
    return {pictures(person, {"turn_01", "turn_06", "turn_07"}),
            pictures(person, {"turn_07", "turn_08", "turn_09", "turn_10"}),
            pictures(person, {"turn_02", "turn_03", "turn_04", "turn_05"})};
}

std::vector<face::Image> sheet(const face::Image& picture, const std::vector<double>& angles) {
    std::vector<face::Image> all;
    for (const double angle : angles) {
        all.push_back(test::turned_by_hand(picture.view(), angle));
    }
    return all;
}

Presentation turned_picture(const face::Image& picture) {
    return {sheet(picture, {0, 3, -3}), sheet(picture, {8, 16, 24, 32, 40}),
            sheet(picture, {-8, -16, -24, -32, -40})};
}

// A film of that person, with the same answer to either question.
Presentation film_of(const std::string& person, sim::TabletPlace place,
                     const std::vector<std::string>& answer) {
    unsigned number = 0;
    const auto played = [&](const std::vector<std::string>& names) {
        std::vector<face::Image> all;
        for (const face::Image& picture : pictures(person, names)) {
            all.push_back(test::played_on_tablet(picture.view(), place, ++number));
        }
        return all;
    };
    return {played({"turn_01", "turn_06", "turn_07", "blink_01", "blink_02"}), played(answer),
            played(answer)};
}

const std::vector<std::string> turns_left{"turn_07", "turn_08", "turn_09", "turn_10"};

// The people whose pictures have a name: those of the repository, and the others where their folder
// stands beside it.
std::vector<std::string> people_with(const std::string& picture) {
    std::vector<std::string> people;
    for (const char* person : {"p02", "p05", "p07", "p12"}) {
        if (test::has_persona_picture(person, picture)) {
            people.emplace_back(person);
        }
    }
    REQUIRE(people.size() >= 2);
    if (people.size() == 2) {
        std::cerr << "only the personas of the repository were looked at: the others are absent\n";
    }
    return people;
}

struct Bench {
    Bench()
        : player(*test::real_engine(),
                 face::make_liveness_votes(face::ModelSet::load(MADOGUCHI_MODELS).value(),
                                           face::Population::Rendered)
                     .value()) {}

    face::LivenessVerdict play(const Presentation& presentation, TurnSide side) {
        const auto verdict = player.play(presentation, side);
        REQUIRE(verdict.has_value());
        for (const face::LivenessSign& sign : verdict->signs) {
            UNSCOPED_INFO(name_of(sign.test).view() << ": " << name_of(sign.reason).view() << " "
                                                    << sign.measure.value_or(-1));
        }
        return *verdict;
    }

    face::PresentationPlayer player;
};

} // namespace

TEST_CASE("a person who turns to either side as asked is shown to live") {
    if (test::real_engine() == nullptr) {
        return;
    }
    Bench bench;
    for (const std::string& person : people_with("turn_01.jpg")) {
        const Presentation presentation = turning_person(person);
        for (const TurnSide side : both_sides) {
            INFO(person << ", side " << static_cast<int>(side));
            CHECK(bench.play(presentation, side).grade() == LivenessGrade::Shown);
        }
    }
}

TEST_CASE("a person who turns to the side that was not asked for is not") {
    if (test::real_engine() == nullptr) {
        return;
    }
    Bench bench;
    Presentation swapped = turning_person("p02");
    std::swap(swapped.left, swapped.right);
    for (const TurnSide side : both_sides) {
        CHECK(bench.play(swapped, side).of(LivenessTest::Turn).reason ==
              LivenessReason::TurnedOtherWay);
    }
}

TEST_CASE("prints and screens held up are refused by surface, border and question, each alone") {
    if (test::real_engine() == nullptr) {
        return;
    }
    Bench bench;
    for (const char* attack : {"spoof_print", "spoof_screen"}) {
        for (const std::string& person : people_with(attack + std::string(".jpg"))) {
            INFO(person << " " << attack);
            const auto verdict = bench.play({pictures(person, {attack}), {}, {}}, TurnSide::Left);
            CHECK(verdict.of(LivenessTest::Texture).reason == LivenessReason::LooksArtificial);
            CHECK(verdict.of(LivenessTest::Border).reason == LivenessReason::BorderSeen);
            CHECK(verdict.of(LivenessTest::Motion).reason == LivenessReason::PictureIsFrozen);
            CHECK(verdict.of(LivenessTest::Turn).reason == LivenessReason::TurnNotSeen);
        }
    }
}

TEST_CASE("a picture turned by hand follows no question, and is never found to have depth") {
    if (test::real_engine() == nullptr) {
        return;
    }
    Bench bench;
    for (const char* attack : {"spoof_print", "live_01"}) { // the second: without a border
        for (const std::string& person : people_with(attack + std::string(".jpg"))) {
            const auto picture = test::persona_picture(person, attack + std::string(".jpg"));
            const Presentation presentation = turned_picture(picture);
            INFO(person << " " << attack);
            const auto verdict = bench.play(presentation, TurnSide::Right);
            CHECK(outcome_of(verdict.of(LivenessTest::Turn).reason) ==
                  face::LivenessOutcome::Failed);
            CHECK(verdict.of(LivenessTest::Depth).reason != LivenessReason::AsOfAPerson);
        }
    }
}

TEST_CASE("a film on a tablet is refused by surface and border, even where it turns as asked") {
    if (test::real_engine() == nullptr) {
        return;
    }
    Bench bench;
    for (const std::string& person : people_with("turn_01.jpg")) {
        const auto film = film_of(person, sim::TabletPlace::AtArmsLength, turns_left);
        for (const TurnSide side : both_sides) {
            INFO(person << ", side " << static_cast<int>(side));
            const auto verdict = bench.play(film, side);
            CHECK(verdict.grade() != LivenessGrade::Shown);
            CHECK(verdict.of(LivenessTest::Texture).reason == LivenessReason::LooksArtificial);
            CHECK(verdict.of(LivenessTest::Border).reason == LivenessReason::BorderSeen);
            CHECK(verdict.of(LivenessTest::Motion).reason == LivenessReason::AsOfAPerson);
        }
    }
}

TEST_CASE("a film that fills the picture is refused unless it turns to the side that was drawn") {
    if (test::real_engine() == nullptr) {
        return;
    }
    Bench bench;
    for (const std::string& person : people_with("turn_01.jpg")) {
        INFO(person);
        const auto straight = film_of(person, sim::TabletPlace::FillsPicture, {});
        CHECK(bench.play(straight, TurnSide::Left).of(LivenessTest::Turn).reason ==
              LivenessReason::TurnNotSeen);
        const auto turning = film_of(person, sim::TabletPlace::FillsPicture, turns_left);
        CHECK(bench.play(turning, TurnSide::Right).of(LivenessTest::Turn).reason ==
              LivenessReason::TurnedOtherWay);
        // The known hole: a head that was filmed has depth, and no border is in the picture.
        const auto drawn = bench.play(turning, TurnSide::Left);
        for (const LivenessTest test :
             {LivenessTest::Turn, LivenessTest::Depth, LivenessTest::Motion}) {
            CHECK(drawn.of(test).reason == LivenessReason::AsOfAPerson);
        }
    }
}
