// Receptions by face: who is received, why others are not, and that the next patient is.
#include "tests/unit/face/real_networks/real_engine.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/terminal_app/reception/face_desk.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::FaceDesk;
using madoguchi::test::nobody;
using madoguchi::test::person;
using madoguchi::test::two_people;
using std::chrono_literals::operator""s;

namespace {

std::string_view code(const HeadlessResult& result) {
    return result.reason ? code_of(*result.reason) : "none";
}

std::string text_of(const Bytes& bytes) {
    return std::string(as_text(bytes));
}

// Small in bytes, as a card's file is; 2,000 x 2,000 pixels.
Bytes huge_picture() {
    return test::encoded(face::Image(2000, 2000, PixelFormat::Grey8).view(), ".jp2");
}

Bytes thumbnail(const std::string& extension) {
    return test::encoded(test::striped_picture(64, 80, PixelFormat::Grey8).view(), extension);
}

// A genuine card, signed as any other, whose photo is this.
std::shared_ptr<sim::VirtualCard> card_with_photo(const std::string& photo) {
    sim::Persona owner = test::persona("p02");
    owner.chip_photo = to_bytes(as_bytes(photo));
    return test::card_of(owner);
}

} // namespace

TEST_CASE("a patient is received by face: eligible, and the journal says how") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(person("p02"));
    const HeadlessResult result = desk.receive_by_face();
    CHECK(code(result) == "none");
    CHECK(result.outcome == "eligible");
    CHECK(result.way == Way::Face);
    desk.bench.take_card();
    const auto rows = desk.bench.journal_of(1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].way == "face");
    CHECK(rows[0].grade == "card-presence-and-face");
}

TEST_CASE("whoever is still looked for sees the live picture") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(nobody());
    desk.choose_face();
    const Board<SecretBytes>& preview = desk.bench.desk().preview();
    const Deadline deadline = Deadline::after(30s);
    auto picture = preview.newest();
    while (picture.value == nullptr && !deadline.has_passed()) {
        picture = preview.wait_after(picture.number, deadline.remaining());
    }
    CHECK(picture.value != nullptr);
}

TEST_CASE("whoever is not the card's holder, alone before the camera, is not confirmed") {
    if (!test::models_are_there()) {
        return;
    }
    struct Case {
        const char* what;
        Frame picture;
        const char* reason;
        int status;
    };
    const std::vector<Case> cases{
        {"another person", person("p05"), "F-FACE-NOT-CONFIRMED", 3},
        {"two people", two_people("p02", "p05"), "F-FACE-SEVERAL", 1},
        {"nobody", nobody(), "F-FACE-NONE", 1},
    };
    FaceDesk desk(nobody());
    for (const Case& bad : cases) {
        INFO(bad.what);
        desk.camera.show(bad.picture);
        const HeadlessResult result = desk.receive_by_face();
        CHECK(code(result) == std::string(bad.reason));
        CHECK(exit_status(result) == bad.status);
        desk.bench.take_card();
        desk.camera.show(person("p02"));
        CHECK(desk.receive_by_face().outcome == "eligible");
        desk.bench.take_card();
    }
    const auto rows = desk.bench.journal_of(2 * cases.size());
    REQUIRE(rows.size() == 2 * cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CHECK(rows[2 * i].failure == cases[i].reason);
        CHECK(rows[2 * i].grade.empty());
    }
}

TEST_CASE("a card whose photo cannot be used is genuine still, and other ways are left") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(person("p02"));
    const std::string half_a_picture("\0\0\0\fjP  \r\n\x87\n\0\0\0\x14"
                                     "ftypjp2 ",
                                     24);
    const auto portrait = test::persona_picture("p02", "chip.png");
    const std::string whole = text_of(test::chip_photo(portrait.view()));
    struct Case {
        const char* what;
        std::string photo;
        const char* reason;
    };
    const std::vector<Case> cases{
        {"no picture at all", "this is no picture at all", "F-PHOTO-UNREADABLE"},
        {"a header alone", half_a_picture, "F-PHOTO-UNREADABLE"},
        {"cut in the middle", whole.substr(0, whole.size() / 2), "F-PHOTO-UNREADABLE"},
        {"as JPEG", text_of(thumbnail(".jpg")), "F-PHOTO-UNREADABLE"},
        {"as PNG", text_of(thumbnail(".png")), "F-PHOTO-UNREADABLE"},
        {"more pixels than a portrait may have", text_of(huge_picture()), "F-PHOTO-UNREADABLE"},
        {"none", "", "F-PHOTO-NONE"},
    };
    for (const auto& [what, photo, reason] : cases) {
        INFO(what);
        desk.bench.use_card(card_with_photo(photo));
        CHECK(code(desk.receive_by_face()) == std::string(reason));
        desk.bench.take_card();
        CHECK(desk.bench.receive_by_pin().outcome == "eligible");
        desk.bench.take_card();
    }
    desk.choose_face();
    const State state = desk.bench.wait_for(Phase::ChoosingOtherWay).state;
    CHECK(state.ways == WaySet().with(Way::Pin).with(Way::Visual));
    desk.bench.press(PatientAction(action::ChooseWay{Way::Visual}));
    CHECK_FALSE(desk.bench.wait_for(Phase::AwaitingVisual).photo_is_shown);
    desk.bench.press(PatientAction(action::Cancel{}));
    desk.bench.take_card();
    desk.bench.next_patient("p05");
    desk.camera.show(person("p05"));
    CHECK(desk.receive_by_face().outcome == "eligible");
}

TEST_CASE("without a camera the face way is not offered, and comes back with the camera") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(person("p02"));
    desk.camera.unplug();
    CHECK(code(desk.receive_by_face()) == "F-CAMERA-NONE"); // offered still, until it is needed
    desk.bench.take_card();
    CHECK(desk.bench.wait_for(Part::Camera, Condition::Down).reason == FailureReason::CameraNone);
    desk.bench.insert();
    CHECK(desk.bench.wait_for(Phase::ChoosingWay).state.ways ==
          WaySet().with(Way::Pin).with(Way::Visual));
    desk.bench.take_card();
    CHECK(desk.bench.receive_by_pin().outcome == "eligible");
    desk.bench.take_card();
    desk.camera.plug_in();
    desk.bench.wait_for(Part::Camera, Condition::Ok);
    CHECK(desk.receive_by_face().outcome == "eligible");
}

TEST_CASE("a camera lost while it looks ends the face way only") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(nobody());
    desk.choose_face();
    desk.bench.wait_for(Phase::MatchingFace);
    desk.camera.unplug_after(2);
    CHECK(desk.bench.wait_for(Phase::ChoosingOtherWay).state.reason == FailureReason::CameraLost);
    CHECK(desk.bench.wait_for(Part::Camera, Condition::Down).reason == FailureReason::CameraLost);
    desk.bench.press(PatientAction(action::ChooseWay{Way::Pin}));
    desk.bench.wait_for(Phase::EnteringPin);
    desk.bench.press(PatientAction(action::EnterPin{std::move(*desk.bench.pin_wishes().pin)}));
    desk.bench.wait_for(Phase::Consenting);
    desk.bench.press(PatientAction(action::Cancel{}));
    desk.bench.take_card();
    desk.camera.show(person("p02"));
    desk.camera.plug_in();
    desk.bench.wait_for(Part::Camera, Condition::Ok);
    CHECK(desk.receive_by_face().outcome == "eligible");
}

TEST_CASE("a patient may leave the camera for the PIN and come back to it") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(nobody());
    for (const char* wrong : {"0000", "0000"}) {
        CHECK(code(desk.bench.receive_by_pin(wrong)) == "F-PIN-WRONG");
        desk.bench.take_card();
    }
    desk.choose_face();
    desk.bench.wait_for(Phase::MatchingFace);
    desk.bench.press(PatientAction(action::ChooseWay{Way::Pin}));
    desk.bench.wait_for(Phase::ConfirmingLastTry);
    desk.bench.press(PatientAction(action::SpendLastTry{}));
    desk.bench.wait_for(Phase::EnteringPin);
    desk.bench.press(
        PatientAction(action::EnterPin{std::move(*desk.bench.pin_wishes("0000").pin)}));
    const State other = desk.bench.wait_for(Phase::ChoosingOtherWay).state;
    CHECK(other.reason == FailureReason::PinBlocked);
    CHECK(other.ways == WaySet().with(Way::Face).with(Way::Visual));
    desk.camera.show(person("p02"));
    desk.bench.press(PatientAction(action::ChooseWay{Way::Face}));
    desk.bench.wait_for(Phase::Consenting);
}

TEST_CASE("a patient who was not seen may try again, three times in one visit") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(nobody());
    desk.choose_face();
    for (const auto reason : {FailureReason::FaceNone, FailureReason::FaceNone}) {
        desk.bench.wait_for(Phase::MatchingFace);
        const State state = desk.bench.wait_for(Phase::ChoosingOtherWay).state;
        CHECK(state.reason == reason);
        CHECK(state.ways.contains(Way::Face));
        desk.bench.press(PatientAction(action::ChooseWay{Way::Face}));
    }
    desk.bench.wait_for(Phase::MatchingFace);
    const State state = desk.bench.wait_for(Phase::ChoosingOtherWay).state;
    CHECK(state.reason == FailureReason::FaceTries);
    CHECK(state.ways == WaySet().with(Way::Pin).with(Way::Visual));
    desk.bench.press(PatientAction(action::Cancel{}));
    desk.bench.take_card();
    CHECK(desk.bench.journal_of(1).front().failure == "F-FACE-TRIES");
    desk.camera.show(person("p02"));
    CHECK(desk.receive_by_face().outcome == "eligible");
}

TEST_CASE("a shutdown while the camera looks ends within three seconds") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(nobody());
    desk.choose_face();
    desk.bench.wait_for(Phase::MatchingFace);
    const auto began = std::chrono::steady_clock::now();
    desk.bench.shut_down();
    CHECK(std::chrono::steady_clock::now() - began < 3s);
    CHECK(desk.bench.readers().powered_cards() == 0);
}
