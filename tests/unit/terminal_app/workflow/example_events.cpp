#include "tests/unit/terminal_app/workflow/example_events.hpp"

namespace madoguchi::test {

using namespace terminal;

jpki::TrustVerdict whole_card_verdict() {
    jpki::TrustVerdict verdict;
    for (const jpki::Check check : jpki::all_checks()) {
        if (check != jpki::Check::CertificateRevocation &&
            check != jpki::Check::AuthenticationKeyProof) {
            verdict.set(check, jpki::Passed{});
        }
    }
    return verdict;
}

jpki::TrustVerdict pin_verdict() {
    jpki::TrustVerdict verdict = whole_card_verdict();
    verdict.set(jpki::Check::AuthenticationKeyProof, jpki::Passed{});
    return verdict;
}

AuthenticationEvidence example_evidence() {
    return *AuthenticationEvidence::by_staff(whole_card_verdict(), StaffConfirmation{});
}

std::vector<Event> one_event_of_each_kind() {
    const SessionId session = present_session;
    return {
        event::CardInserted{{session.value + 1}},
        event::CardRemoved{session},
        event::OutOfOrder{FailureReason::ReaderLost},
        event::BackInOrder{},
        event::ShutdownRequested{},
        event::TimedOut{session},
        event::Cancelled{session},
        event::StaffCalled{session},
        event::CardRecognised{session, WaySet().with(Way::Pin)},
        event::FaceChosen{session},
        event::PinChosen{session},
        event::VisualChosen{session},
        event::SurfaceSeen{session, "surface.guidance.not-found"},
        event::NumberRead{session},
        event::NumberNotRead{session, FailureReason::NumberUnreadable},
        event::NumberTyped{session},
        event::NumberRejected{session, 9},
        event::FaceDataRead{session},
        event::PinDataRead{session, 3},
        event::PinOnLastTry{session, true},
        event::VisualDataRead{session},
        event::FaceSeen{session, "face.guidance.closer", 0.5},
        event::FaceMatched{session, example_evidence()},
        event::LastTryWished{session},
        event::PinTyped{session},
        event::PinRejected{session, 2},
        event::PinVerified{session, example_evidence()},
        event::VisualConfirmed{session, example_evidence()},
        event::VisualRefused{session},
        event::WayFailed{session, Way::Pin, FailureReason::PinBlocked},
        event::ConsentsGiven{session, {}},
        event::EligibilityAnswered{session, eligibility::OutcomeKind::Eligible},
        event::SessionFailed{session, FailureReason::TrustFailed},
    };
}

State state_in(Phase phase) {
    State state;
    state.phase = phase;
    state.session = present_session;
    state.ways = WaySet().with(Way::Face).with(Way::Pin).with(Way::Visual);
    state.way = Way::Pin;
    if (phase >= Phase::Consenting) {
        state.evidence = example_evidence();
    }
    return state;
}

} // namespace madoguchi::test
