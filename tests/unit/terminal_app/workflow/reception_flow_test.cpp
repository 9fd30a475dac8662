// Receptions as sequences of events: what a patient meets.
#include "terminal_app/workflow/workflow_page.hpp"
#include "tests/unit/terminal_app/workflow/example_events.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::example_evidence;

namespace {

constexpr SessionId session{1};
constexpr WaySet every_way = WaySet().with(Way::Face).with(Way::Pin).with(Way::Visual);

// Takes events one after another; each must be accepted.
class Flow {
public:
    Flow& take(const Event& event) {
        INFO(name_of(state_.phase) << " x " << name_of(kind_of(event)));
        Step next = step(state_, event);
        REQUIRE(next.accepted);
        state_ = std::move(next.state);
        effects_ = std::move(next.effects);
        return *this;
    }
    Flow& begin() {
        return take(event::CardInserted{session}).take(event::CardRecognised{session, every_way});
    }
    Flow& begin_pin() {
        return begin()
            .take(event::PinChosen{session})
            .take(event::NumberRead{session})
            .take(event::PinDataRead{session, 3});
    }
    [[nodiscard]] bool refuses(const Event& event) const { return !step(state_, event).accepted; }

    [[nodiscard]] const State& state() const { return state_; }
    template <typename Wanted>
    [[nodiscard]] const Wanted& effect() const {
        for (const Effect& one : effects_) {
            if (const auto* found = std::get_if<Wanted>(&one)) {
                return *found;
            }
        }
        FAIL("the effect is missing");
        std::abort();
    }

private:
    State state_;
    std::vector<Effect> effects_;
};

} // namespace

TEST_CASE("the workflow keeps which number the card wants, and forgets it with the card") {
    Flow flow;
    flow.take(event::CardInserted{session})
        .take(event::CardRecognised{session, every_way, jpki::FrontNumberKind::VerificationNumber})
        .take(event::PinChosen{session})
        .take(event::NumberNotRead{session, FailureReason::NumberUnreadable});
    CHECK(flow.state().front_number == jpki::FrontNumberKind::VerificationNumber);
    flow.take(event::CardRemoved{session}).take(event::TimedOut{session});
    CHECK(flow.state().front_number == jpki::FrontNumberKind::NumberB);
}

TEST_CASE("a patient is received by PIN") {
    Flow flow;
    flow.begin_pin();
    CHECK(flow.state().tries_left == 3U);
    flow.take(event::PinTyped{session});
    CHECK_FALSE(flow.effect<effect::CheckPin>().last_try_confirmed);
    flow.take(event::PinVerified{session, example_evidence()});
    flow.take(event::ConsentsGiven{session,
                                   {eligibility::refused(eligibility::ConsentItem::Medication)}});
    CHECK(flow.effect<effect::AskEligibility>().consents.size() == 1);
    flow.take(event::EligibilityAnswered{session, eligibility::OutcomeKind::Eligible});
    CHECK(flow.effect<effect::EndSession>().outcome == eligibility::OutcomeKind::Eligible);
    CHECK_FALSE(flow.effect<effect::EndSession>().reason.has_value());
    flow.take(event::TimedOut{session}).take(event::CardRemoved{session});
    CHECK(flow.state().phase == Phase::Idle);
    CHECK_FALSE(flow.state().outcome.has_value());
}

TEST_CASE("the camera opens with the card, and looks from the choice of the face way on") {
    Flow flow;
    flow.take(event::CardInserted{session});
    CHECK(flow.effect<effect::WarmUpCamera>().session == session);
    flow.take(event::CardRecognised{session, every_way});
    SECTION("while the card is read") {
        flow.take(event::FaceChosen{session});
        CHECK(flow.effect<effect::LookAhead>().session == session);
        CHECK(flow.effect<effect::ObtainCardData>().way == Way::Face);
    }
    SECTION("and is closed where another way is chosen") {
        flow.take(event::PinChosen{session});
        CHECK(flow.effect<effect::StopFace>().session == session);
    }
}

TEST_CASE("a wrong PIN shows the tries left and is asked anew, never sent again") {
    Flow flow;
    flow.begin_pin().take(event::PinTyped{session}).take(event::PinRejected{session, 2});
    CHECK(flow.state().phase == Phase::EnteringPin);
    CHECK(flow.state().tries_left == 2U);
    CHECK(flow.state().rejected);
    SECTION("giving up then is a wrong PIN") {
        flow.take(event::Cancelled{session});
        CHECK(flow.state().reason == FailureReason::PinWrong);
    }
    SECTION("so is walking away") {
        flow.take(event::TimedOut{session});
        CHECK(flow.state().reason == FailureReason::PinWrong);
    }
}

TEST_CASE("the last try is spent only by explicit wish, once") {
    Flow flow;
    flow.begin_pin().take(event::PinTyped{session}).take(event::PinOnLastTry{session, true});
    CHECK(flow.refuses(event::PinTyped{session}));
    flow.take(event::LastTryWished{session});
    CHECK(flow.state().tries_left == 1U);
    flow.take(event::PinTyped{session});
    CHECK(flow.effect<effect::CheckPin>().last_try_confirmed);
    flow.take(event::WayFailed{session, Way::Pin, FailureReason::PinBlocked});
    CHECK(flow.state().phase == Phase::ChoosingOtherWay);
    CHECK(flow.refuses(event::PinChosen{session}));
}

TEST_CASE("a way that the patient has left no longer fails the one chosen instead") {
    Flow flow;
    flow.begin()
        .take(event::FaceChosen{session})
        .take(event::NumberRead{session})
        .take(event::FaceDataRead{session})
        .take(event::PinChosen{session});
    CHECK(flow.refuses(event::WayFailed{session, Way::Face, FailureReason::FaceNone}));
    flow.take(event::PinDataRead{session, 3}).take(event::PinTyped{session});
    CHECK(flow.refuses(event::WayFailed{session, Way::Face, FailureReason::FaceNone}));
    CHECK(flow.state().ways == every_way);
}

TEST_CASE("a patient who left the camera for the PIN may come back to it") {
    Flow flow;
    flow.begin()
        .take(event::FaceChosen{session})
        .take(event::NumberRead{session})
        .take(event::FaceDataRead{session})
        .take(event::PinChosen{session})
        .take(event::WayFailed{session, Way::Pin, FailureReason::PinBlocked})
        .take(event::FaceChosen{session})
        .take(event::FaceDataRead{session}); // from the first time
    CHECK(flow.state().phase == Phase::MatchingFace);
    CHECK(flow.effect<effect::MatchFace>().session == session);
}

TEST_CASE("whoever was not seen may try again, as often as one visit may begin, and no more") {
    struct Case {
        const char* what;
        Event end;
    };
    for (const Case& one : {
             Case{"nobody seen", event::WayFailed{session, Way::Face, FailureReason::FaceNone}},
             Case{"several seen", event::WayFailed{session, Way::Face, FailureReason::FaceSeveral}},
             Case{"time is up", event::TimedOut{session}},
         }) {
        for (const unsigned starts : {1U, 2U, 3U, 7U}) {
            INFO(one.what << ", " << starts);
            Flow flow;
            flow.take(event::CardInserted{session})
                .take(event::CardRecognised{session, every_way, {}, starts});
            for (unsigned i = 0; i < starts; ++i) {
                CHECK(flow.state().ways == every_way);
                CHECK(flow.state().reason != FailureReason::FaceTries);
                flow.take(event::FaceChosen{session})
                    .take(event::FaceDataRead{session})
                    .take(one.end);
                CHECK(flow.state().phase == Phase::ChoosingOtherWay);
            }
            CHECK(flow.state().ways == WaySet().with(Way::Pin).with(Way::Visual));
            CHECK(flow.state().reason == FailureReason::FaceTries);
            CHECK(flow.refuses(event::FaceChosen{session}));
        }
    }
}

TEST_CASE("leaving the camera for the PIN is a start of the face way too") {
    Flow flow;
    flow.take(event::CardInserted{session})
        .take(event::CardRecognised{session, every_way, {}, 1})
        .take(event::FaceChosen{session})
        .take(event::FaceDataRead{session})
        .take(event::PinChosen{session})
        .take(event::WayFailed{session, Way::Pin, FailureReason::PinBlocked});
    CHECK(flow.state().reason == FailureReason::PinBlocked);
    CHECK(flow.state().ways == WaySet().with(Way::Visual));
}

TEST_CASE("whoever was compared and not confirmed does not try again in this visit") {
    for (const FailureReason reason :
         {FailureReason::FaceNotConfirmed, FailureReason::FaceUnsure, FailureReason::FaceLiveness,
          FailureReason::PhotoUnreadable, FailureReason::CameraLost}) {
        Flow flow;
        flow.begin()
            .take(event::FaceChosen{session})
            .take(event::FaceDataRead{session})
            .take(event::WayFailed{session, Way::Face, reason});
        CHECK(flow.state().reason == reason);
        CHECK(flow.refuses(event::FaceChosen{session}));
    }
}

TEST_CASE("the starts of one visit are not counted in the next one") {
    Flow flow;
    flow.begin().take(event::FaceChosen{session}).take(event::FaceDataRead{session});
    flow.take(event::CardRemoved{session})
        .take(event::CardInserted{{2}})
        .take(event::CardRecognised{{2}, every_way});
    CHECK(flow.state().face_starts_left == default_face_starts);
}

TEST_CASE("a way that did not succeed leaves the others, and says why") {
    Flow flow;
    flow.begin()
        .take(event::FaceChosen{session})
        .take(event::NumberRead{session})
        .take(event::FaceDataRead{session})
        .take(event::WayFailed{session, Way::Face, FailureReason::FaceNotConfirmed});
    CHECK(flow.state().reason == FailureReason::FaceNotConfirmed);
    CHECK(flow.state().ways == WaySet().with(Way::Pin).with(Way::Visual));
    SECTION("the patient gives up") {
        flow.take(event::Cancelled{session});
        CHECK(flow.effect<effect::EndSession>().reason == FailureReason::FaceNotConfirmed);
    }
    SECTION("staff compare, and the reason is gone") {
        flow.take(event::VisualChosen{session})
            .take(event::VisualDataRead{session})
            .take(event::VisualConfirmed{session, example_evidence()});
        CHECK(flow.state().phase == Phase::Consenting);
        CHECK_FALSE(flow.state().reason.has_value());
    }
    SECTION("staff compare, and it is another person") {
        flow.take(event::VisualChosen{session})
            .take(event::VisualDataRead{session})
            .take(event::VisualRefused{session});
        CHECK(flow.state().reason == FailureReason::IdentityNotConfirmed);
    }
}

TEST_CASE("a way that is not offered cannot be chosen") {
    Flow flow;
    flow.take(event::CardInserted{session})
        .take(event::CardRecognised{session, every_way.without(Way::Face)});
    CHECK(flow.refuses(event::FaceChosen{session}));
}

TEST_CASE("a card front that cannot be read is typed") {
    Flow flow;
    flow.begin()
        .take(event::FaceChosen{session})
        .take(event::NumberNotRead{session, FailureReason::NumberUnreadable});
    CHECK(flow.state().phase == Phase::EnteringNumber);
    flow.take(event::NumberTyped{session}).take(event::NumberRejected{session, 8});
    CHECK(flow.state().phase == Phase::EnteringNumber);
    CHECK(flow.state().rejected);
    CHECK(flow.state().tries_left == 8U);
    flow.take(event::Cancelled{session});
    CHECK(flow.state().reason == FailureReason::NumberRejected);
}

TEST_CASE("a lost reader ends the session and is out of service until it is back") {
    Flow flow;
    flow.begin().take(event::OutOfOrder{FailureReason::ReaderLost});
    CHECK(flow.effect<effect::EndSession>().reason == FailureReason::ReaderLost);
    CHECK(flow.state().phase == Phase::OutOfService);
    CHECK(flow.refuses(event::CardInserted{{2}}));
    flow.take(event::BackInOrder{});
    CHECK(flow.state().phase == Phase::Idle);
    flow.take(event::CardInserted{{2}});
    CHECK(flow.state().phase == Phase::Recognising);
}

TEST_CASE("the page of the workflow is the one that the table prints") {
    std::ifstream file(MADOGUCHI_SOURCE "/docs/workflow.md");
    REQUIRE(file.is_open());
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == workflow_page());
}
