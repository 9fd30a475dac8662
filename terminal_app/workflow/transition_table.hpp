// The whole workflow as data. docs/workflow.md is printed from it; each pair of phase and event
// that stands in no row changes nothing.
#pragma once

#include "terminal_app/workflow/event.hpp"
#include "terminal_app/workflow/phase.hpp"

#include <array>

namespace madoguchi::terminal {

// What happens on the way; step.cpp says how.
enum class Action : std::uint8_t {
    Nothing,
    BeginSession,
    OfferWays,
    ObtainData,
    ShowHindrance,
    AskForNumber,
    PresentNumber,
    StartFace,
    ShowProgress,
    AskForPin,
    AskForLastTry,
    AllowLastTry,
    CheckPin,
    OpenVisualCheck,
    KeepEvidence,
    OfferOtherWays,
    AskEligibility,
    ShowOutcome,
    Fail,
    NoteStaffCall,
    LeaveService,
    Clear,
    Stop,
};

struct Transition {
    Phase from{};
    EventKind on{};
    Phase to{};
    Action action{};
};

// For each phase of a session, where no Transition says otherwise.
struct SessionRule {
    EventKind on{};
    Phase to{}; // ignored when `stays`
    Action action{};
    bool stays = false;
};

// For each phase but Stopped, where neither of the above says otherwise.
using GeneralRule = SessionRule;

inline constexpr auto transitions = [] {
    using P = Phase;
    using E = EventKind;
    using A = Action;
    return std::to_array<Transition>({
        {P::Idle, E::CardInserted, P::Recognising, A::BeginSession},
        {P::Idle, E::TimedOut, P::Idle, A::Nothing},
        {P::Idle, E::StaffCalled, P::Idle, A::NoteStaffCall}, // a patient without a card
        {P::Idle, E::Cancelled, P::Idle, A::Clear},           // the call was attended to
        {P::OutOfService, E::BackInOrder, P::Idle, A::Clear},
        {P::OutOfService, E::TimedOut, P::OutOfService, A::Nothing},
        {P::OutOfService, E::StaffCalled, P::OutOfService, A::NoteStaffCall},

        {P::Recognising, E::CardRecognised, P::ChoosingWay, A::OfferWays},

        {P::ChoosingWay, E::FaceChosen, P::ReadingNumber, A::ObtainData},
        {P::ChoosingWay, E::PinChosen, P::ReadingNumber, A::ObtainData},
        {P::ChoosingWay, E::VisualChosen, P::ReadingNumber, A::ObtainData},

        {P::ReadingNumber, E::SurfaceSeen, P::ReadingNumber, A::ShowHindrance},
        {P::ReadingNumber, E::NumberRead, P::ReadingCard, A::PresentNumber},
        {P::ReadingNumber, E::NumberNotRead, P::EnteringNumber, A::AskForNumber},
        {P::ReadingNumber, E::TimedOut, P::EnteringNumber, A::AskForNumber},
        // The card was read for another way before.
        {P::ReadingNumber, E::FaceDataRead, P::MatchingFace, A::StartFace},
        {P::ReadingNumber, E::PinDataRead, P::EnteringPin, A::AskForPin},
        {P::ReadingNumber, E::PinOnLastTry, P::ConfirmingLastTry, A::AskForLastTry},
        {P::ReadingNumber, E::VisualDataRead, P::AwaitingVisual, A::OpenVisualCheck},
        {P::ReadingNumber, E::WayFailed, P::ChoosingOtherWay, A::OfferOtherWays},

        {P::EnteringNumber, E::NumberTyped, P::ReadingCard, A::PresentNumber},

        {P::ReadingCard, E::NumberRejected, P::EnteringNumber, A::AskForNumber},
        {P::ReadingCard, E::FaceDataRead, P::MatchingFace, A::StartFace},
        {P::ReadingCard, E::PinDataRead, P::EnteringPin, A::AskForPin},
        {P::ReadingCard, E::PinOnLastTry, P::ConfirmingLastTry, A::AskForLastTry},
        {P::ReadingCard, E::VisualDataRead, P::AwaitingVisual, A::OpenVisualCheck},
        {P::ReadingCard, E::WayFailed, P::ChoosingOtherWay, A::OfferOtherWays},

        {P::MatchingFace, E::FaceSeen, P::MatchingFace, A::ShowProgress},
        {P::MatchingFace, E::FaceMatched, P::Consenting, A::KeepEvidence},
        {P::MatchingFace, E::WayFailed, P::ChoosingOtherWay, A::OfferOtherWays},
        {P::MatchingFace, E::TimedOut, P::ChoosingOtherWay, A::OfferOtherWays},
        {P::MatchingFace, E::PinChosen, P::ReadingNumber, A::ObtainData},
        {P::MatchingFace, E::VisualChosen, P::ReadingNumber, A::ObtainData},

        {P::EnteringPin, E::PinTyped, P::CheckingPin, A::CheckPin},
        {P::EnteringPin, E::VisualChosen, P::ReadingNumber, A::ObtainData},
        {P::ConfirmingLastTry, E::LastTryWished, P::EnteringPin, A::AllowLastTry},
        {P::ConfirmingLastTry, E::VisualChosen, P::ReadingNumber, A::ObtainData},

        {P::CheckingPin, E::PinVerified, P::Consenting, A::KeepEvidence},
        {P::CheckingPin, E::PinRejected, P::EnteringPin, A::AskForPin},
        {P::CheckingPin, E::PinOnLastTry, P::ConfirmingLastTry, A::AskForLastTry},
        {P::CheckingPin, E::WayFailed, P::ChoosingOtherWay, A::OfferOtherWays},

        {P::AwaitingVisual, E::VisualConfirmed, P::Consenting, A::KeepEvidence},
        {P::AwaitingVisual, E::VisualRefused, P::ShowingFailure, A::Fail},

        {P::ChoosingOtherWay, E::FaceChosen, P::ReadingNumber, A::ObtainData},
        {P::ChoosingOtherWay, E::PinChosen, P::ReadingNumber, A::ObtainData},
        {P::ChoosingOtherWay, E::VisualChosen, P::ReadingNumber, A::ObtainData},

        {P::Consenting, E::ConsentsGiven, P::CheckingEligibility, A::AskEligibility},
        {P::CheckingEligibility, E::EligibilityAnswered, P::ShowingOutcome, A::ShowOutcome},

        {P::ShowingOutcome, E::TimedOut, P::TakingCard, A::Nothing},
        {P::ShowingOutcome, E::Cancelled, P::TakingCard, A::Nothing},
        {P::ShowingOutcome, E::CardRemoved, P::Idle, A::Clear},
        {P::ShowingOutcome, E::CardInserted, P::Recognising, A::BeginSession},
        {P::ShowingFailure, E::TimedOut, P::TakingCard, A::Nothing},
        {P::ShowingFailure, E::Cancelled, P::TakingCard, A::Nothing},
        {P::ShowingFailure, E::CardRemoved, P::ShowingCardGone, A::Nothing},
        {P::ShowingFailure, E::CardInserted, P::Recognising, A::BeginSession},
        {P::ShowingCardGone, E::TimedOut, P::Idle, A::Clear},
        {P::ShowingCardGone, E::Cancelled, P::Idle, A::Clear},
        {P::ShowingCardGone, E::CardInserted, P::Recognising, A::BeginSession},
        {P::TakingCard, E::CardRemoved, P::Idle, A::Clear},
        {P::TakingCard, E::TimedOut, P::CardLeft, A::Nothing},
        {P::TakingCard, E::CardInserted, P::Recognising, A::BeginSession},
        {P::CardLeft, E::CardRemoved, P::Idle, A::Clear},
        {P::CardLeft, E::TimedOut, P::CardLeft, A::Nothing},
        {P::CardLeft, E::CardInserted, P::Recognising, A::BeginSession},
    });
}();

inline constexpr auto session_rules = [] {
    using P = Phase;
    using E = EventKind;
    using A = Action;
    return std::to_array<SessionRule>({
        {E::CardRemoved, P::ShowingCardGone, A::Fail},
        {E::TimedOut, P::ShowingFailure, A::Fail},
        {E::Cancelled, P::ShowingFailure, A::Fail},
        {E::SessionFailed, P::ShowingFailure, A::Fail},
        {E::StaffCalled, P::Idle, A::NoteStaffCall, true},
    });
}();

inline constexpr auto general_rules = [] {
    using P = Phase;
    using E = EventKind;
    using A = Action;
    return std::to_array<GeneralRule>({
        {E::OutOfOrder, P::OutOfService, A::LeaveService},
        {E::ShutdownRequested, P::Stopped, A::Stop},
    });
}();

// The transition that a pair stands for, or nothing when the event is to be ignored.
[[nodiscard]] std::optional<Transition> transition_for(Phase from, EventKind on) noexcept;

} // namespace madoguchi::terminal
