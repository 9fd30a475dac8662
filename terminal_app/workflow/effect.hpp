// What the workflow wants done. The shell around it performs effects and adds the secrets that it
// holds for the session.
#pragma once

#include "apdu/pin.hpp"
#include "terminal_app/workflow/event.hpp"

namespace madoguchi::terminal {

namespace effect {

struct RecogniseCard {
    SessionId session;
};
// Begins to read the number off the card front; every way needs it.
struct ReadFront {
    SessionId session;
};
// What this way needs from the card. Where it is not read yet: the number first.
struct ObtainCardData {
    SessionId session;
    Way way{};
};
// With the number that was just read or typed.
struct ReadCard {
    SessionId session;
    Way way{};
};
// Opens the face camera, which takes its time. Nothing is looked at.
struct WarmUpCamera {
    SessionId session;
};
// Looks at the person while the card is still read.
struct LookAhead {
    SessionId session;
};
struct MatchFace {
    SessionId session;
};
struct StopFace {
    SessionId session;
};
// With the PIN that was just typed.
struct CheckPin {
    SessionId session;
    bool last_try_confirmed = false; // by the patient, who saw that it is the last
};
// Evidence is a member without default: no request leaves without it.
struct AskEligibility {
    SessionId session;
    AuthenticationEvidence evidence;
    std::vector<eligibility::Consent> consents;
};
// Powers the card down, wipes what the session knew, writes one row of the journal.
struct EndSession {
    SessionId session;
    std::optional<Way> way;
    std::optional<AuthenticationEvidence> evidence;
    std::vector<eligibility::Consent> consents;
    std::optional<eligibility::OutcomeKind> outcome;
    std::optional<FailureReason> reason;
};

} // namespace effect

using Effect =
    std::variant<effect::RecogniseCard, effect::ReadFront, effect::ObtainCardData, effect::ReadCard,
                 effect::WarmUpCamera, effect::LookAhead, effect::MatchFace, effect::StopFace,
                 effect::CheckPin, effect::AskEligibility, effect::EndSession>;

} // namespace madoguchi::terminal
