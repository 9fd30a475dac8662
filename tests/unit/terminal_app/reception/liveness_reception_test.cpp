// Receptions by face with liveness: who turns as asked is received, a photo held up is not taken
// for a person, and staff are told.
#include "tests/unit/face/real_networks/real_engine.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/terminal_app/reception/face_desk.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::face::LivenessGrade;
using madoguchi::face::LivenessMode;
using madoguchi::test::FaceDesk;
using std::chrono_literals::operator""s;
using std::chrono_literals::operator""ms;

namespace {

std::vector<Frame> frames(const std::string& persona, const std::vector<std::string>& files) {
    std::vector<Frame> all;
    for (const std::string& file : files) {
        all.push_back(test::frame_of(test::persona_picture(persona, file + ".jpg").view(), 0, {}));
    }
    return all;
}

// Looks straight with small movements, and turns to the side that the screen asks for.
class Patient {
public:
    Patient(FaceDesk& desk, const std::string& persona)
        : desk_(desk), left_(frames(persona, {"turn_07", "turn_08", "turn_09", "turn_10"})),
          right_(frames(persona, {"turn_02", "turn_03", "turn_04", "turn_05"})),
          thread_([this](const std::stop_token& stop) { follow(stop); }) {
        desk_.camera.play(frames(persona, {"turn_01", "turn_06", "turn_07"}));
    }

private:
    void follow(const std::stop_token& stop) {
        std::uint64_t seen = 0;
        while (!stop.stop_requested()) {
            const auto edition = desk_.bench.desk().views().wait_after(seen, 20ms);
            seen = edition.number;
            const std::string_view asked = edition.value->state.guidance;
            if (asked == "face.challenge.left" || asked == "face.challenge.right") {
                desk_.camera.play(asked == "face.challenge.left" ? left_ : right_);
                return;
            }
        }
    }

    FaceDesk& desk_;
    std::vector<Frame> left_;
    std::vector<Frame> right_;
    std::jthread thread_;
};

// Time enough for a busy machine.
face::LivenessPolicy patient_policy(LivenessMode mode) {
    face::LivenessPolicy policy{mode, false, {}};
    policy.turn.time = 20s;
    policy.turn.longest_gap = 10s;
    return policy;
}

face::LivenessPolicy short_policy(LivenessMode mode) {
    face::LivenessPolicy policy{mode, false, {}};
    policy.turn.time = 1s;
    return policy;
}

Frame held_up_print() {
    return test::frame_of(test::persona_picture("p02", "spoof_print.jpg").view(), 0, {});
}

} // namespace

TEST_CASE("required: a patient who turns as asked is received, and the journal says so") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(test::person("p02"), patient_policy(LivenessMode::Required));
    const Patient patient(desk, "p02");
    HeadlessWishes wishes;
    wishes.patience = 60s;
    const HeadlessResult result = desk.bench.receive(std::move(wishes));
    INFO(to_json(result));
    CHECK(result.outcome == "eligible");
    REQUIRE(result.liveness.has_value());
    CHECK(result.liveness->grade() == LivenessGrade::Shown);
    desk.bench.take_card();
    CHECK(desk.bench.journal_of(1).front().liveness == "shown");
}

TEST_CASE("required: a photo held up is unsure for want of life, and the PIN is left") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(held_up_print(), short_policy(LivenessMode::Required));
    HeadlessWishes wishes;
    wishes.patience = 60s;
    const HeadlessResult result = desk.bench.receive(std::move(wishes));
    INFO(to_json(result));
    CHECK(result.reason == FailureReason::FaceLiveness);
    CHECK(result.outcome == "not_confirmed");
    CHECK(exit_status(result) == 3);
    REQUIRE(result.liveness.has_value());
    CHECK(result.liveness->grade() == LivenessGrade::Doubted);
    desk.bench.take_card();
    CHECK(desk.bench.receive_by_pin().outcome == "eligible");
    desk.bench.take_card();
    const auto rows = desk.bench.journal_of(2);
    CHECK(rows[0].liveness ==
          "doubted:looks_artificial,turn_not_seen,picture_is_frozen,border_seen");
    CHECK(rows[0].grade.empty());
    CHECK(rows[1].liveness.empty()); // nothing of the patient before
}

TEST_CASE("staff notice: the photo's match stands, and staff are told what is doubtful") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(held_up_print(), short_policy(LivenessMode::StaffNotice));
    HeadlessWishes wishes;
    wishes.patience = 60s;
    const HeadlessResult result = desk.bench.receive(std::move(wishes));
    CHECK(result.outcome == "eligible");
    CHECK(to_text(result).find("liveness: The surface looks like a print or a screen.") !=
          std::string::npos);
    desk.bench.take_card();
    CHECK(desk.bench.journal_of(1).front().liveness ==
          "doubted:looks_artificial,picture_is_frozen,border_seen");
}
