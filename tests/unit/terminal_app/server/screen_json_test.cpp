#include "terminal_app/server/screen_json.hpp"
#include "terminal_app/workflow/phase.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

using namespace madoguchi;
using namespace madoguchi::terminal;
using nlohmann::json;

namespace {

json patient(const State& state) {
    DeskView view;
    view.state = state;
    view.consent_items = {eligibility::ConsentItem::Medication};
    return json::parse(patient_screen_json(view));
}

State in_phase(Phase phase) {
    State state;
    state.phase = phase;
    state.reason = FailureReason::ReaderNone;
    return state;
}

} // namespace

TEST_CASE("each phase has a screen that the interface names") {
    const std::set<std::string> screens{"idle",     "reading",   "choose_way",  "enter_number_b",
                                        "face",     "enter_pin", "visual_wait", "consents",
                                        "checking", "outcome",   "take_card",   "failure"};
    for (const Phase phase : all_phases) {
        INFO(name_of(phase));
        const json screen = patient(in_phase(phase));
        CHECK(screens.count(screen["screen"]) == 1);
        CHECK(screen["message"].get<std::string>().starts_with(
            "screen." + screen["screen"].get<std::string>()));
        CHECK(screen["staff_called"] == false);
    }
}

TEST_CASE("a failure tells its code, title and next steps") {
    const json screen = patient(in_phase(Phase::ShowingFailure));
    CHECK(screen["reason"] == "F-READER-NONE");
    CHECK(screen["title"] == "reason.F-READER-NONE.title");
    CHECK(screen["next_steps"] == json({"next.ask_staff"}));
}

TEST_CASE("the number screen asks for as many digits as the card's number has") {
    State state = in_phase(Phase::EnteringNumber);
    CHECK(patient(state)["digits"] == 14);
    state.front_number = jpki::FrontNumberKind::VerificationNumber;
    CHECK(patient(state)["digits"] == 6);
}

TEST_CASE("the PIN screen tells what is left and what happened") {
    State state = in_phase(Phase::EnteringPin);
    state.tries_left = 2;
    state.rejected = true;
    CHECK(patient(state)["message"] == "screen.enter_pin.rejected");
    CHECK(patient(state)["tries_left"] == 2);
    CHECK(patient(state)["last_try"] == false);
    state.phase = Phase::ConfirmingLastTry;
    state.tries_left = 1;
    CHECK(patient(state)["message"] == "screen.enter_pin.last_try");
    CHECK(patient(state)["last_try"] == true);
}

TEST_CASE("whoever may try the same way again is told so, and where not that another is left") {
    State state = in_phase(Phase::ChoosingOtherWay);
    state.way = Way::Face;
    state.ways = WaySet().with(Way::Face).with(Way::Pin);
    CHECK(patient(state)["message"] == "screen.choose_way.again");
    state.ways = WaySet().with(Way::Pin);
    CHECK(patient(state)["message"] == "screen.choose_way.other");
}

TEST_CASE("an outcome with a note says so") {
    State state = in_phase(Phase::ShowingOutcome);
    state.outcome = eligibility::OutcomeKind::Eligible;
    CHECK(patient(state)["note"].is_null());
    state.outcome = eligibility::OutcomeKind::EligibleWithNote;
    CHECK(patient(state)["note"] == "note.from_service");
}

TEST_CASE("a remark on the card comes with the outcome, by name and month, to patient and staff") {
    using namespace std::chrono_literals;
    DeskView view;
    view.last_end.remarks = {{CardRemark::Kind::CertificateInGrace, 2026y / 10},
                             {CardRemark::Kind::CardExpired, 2026y / 7}};
    view.state = in_phase(Phase::ShowingOutcome);
    view.state.outcome = eligibility::OutcomeKind::Eligible;
    const json remarks = json::parse(R"([{"remark": "certificate-in-grace", "month": "2026-10"},
                                         {"remark": "card-expired", "month": "2026-07"}])");
    CHECK(json::parse(patient_screen_json(view))["remarks"] == remarks);
    CHECK(json::parse(staff_view_json(view))["remarks"] == remarks);
}

TEST_CASE("what the camera doubts is told to staff and not to the patient") {
    DeskView view;
    view.state = in_phase(Phase::Consenting);
    CHECK(json::parse(staff_view_json(view))["liveness"].is_null());
    view.liveness.emplace();
    view.liveness->signs[4] = {face::LivenessTest::Border, face::LivenessReason::BorderSeen, 1.0F};
    CHECK(json::parse(staff_view_json(view))["liveness"]["grade"] == "doubted");
    CHECK(json::parse(staff_view_json(view))["liveness"]["signs"][4]["reason"] == "border_seen");
    CHECK(patient_screen_json(view).find("border") == std::string::npos);
}

TEST_CASE("a remark on the card before is shown to nobody") {
    using namespace std::chrono_literals;
    DeskView view;
    view.last_end.remarks = {{CardRemark::Kind::CertificateInGrace, 2026y / 10}};
    for (const Phase phase : all_phases) {
        INFO(name_of(phase));
        view.state = in_phase(phase);
        CHECK(json::parse(staff_view_json(view))["remarks"] == json::array());
        CHECK(patient_screen_json(view).find("certificate-in-grace") == std::string::npos);
    }
}

TEST_CASE("staff see why, patients are not told more than they need") {
    DeskView view;
    view.state = in_phase(Phase::ShowingFailure);
    view.steps = {{"recognise", std::chrono::milliseconds(12)}};
    const json staff = json::parse(staff_view_json(view));
    CHECK(staff["failure"]["cause"] == "reason.F-READER-NONE.cause");
    CHECK_FALSE(staff["failure"]["engineer"].get<std::string>().empty());
    CHECK(staff["steps"] == json::parse(R"([{"name":"recognise","ms":12}])"));
    CHECK_FALSE(patient(view.state).contains("engineer"));
}

TEST_CASE("while the card front is read the screen says what helps, and no other reading does") {
    State state = in_phase(Phase::ReadingNumber);
    CHECK(patient(state)["guidance"].is_null());
    state.guidance = "surface.guidance.blank";
    CHECK(patient(state)["guidance"] == "surface.guidance.blank");
    state.phase = Phase::ReadingCard;
    CHECK_FALSE(patient(state).contains("guidance"));
}

TEST_CASE("the number screen says why the number is typed") {
    State state = in_phase(Phase::EnteringNumber);
    state.reason = FailureReason::SurfaceCameraBlack;
    CHECK(patient(state)["reason"] == "F-SURFACE-CAMERA-BLACK");
}

TEST_CASE("staff are told what became of the face files that came unasked") {
    DeskView view;
    view.face_files.counts.by_fit[static_cast<std::size_t>(eligibility::Fit::Late)] = 2;
    view.face_files.counts.unreadable = 1;
    const json told = json::parse(staff_view_json(view))["face_files"];
    CHECK(told == json{{"ours", 0},
                       {"early", 0},
                       {"late", 2},
                       {"foreign", 0},
                       {"duplicate", 0},
                       {"undecided", 0},
                       {"unreadable", 1}});
}

TEST_CASE("staff are told of a front that differs while the patient is there, and no longer") {
    DeskView view;
    view.front_differs = true;
    view.state.phase = Phase::ShowingOutcome;
    CHECK(json::parse(staff_view_json(view))["front_differs"] == true);
    view.state.phase = Phase::Idle;
    CHECK(json::parse(staff_view_json(view))["front_differs"] == false);
}
