// What the workflow remembers: codes and counts. Whatever is personal or secret stays with the
// services and is wiped by EndSession.
#pragma once

#include "terminal_app/workflow/event.hpp"
#include "terminal_app/workflow/phase.hpp"

namespace madoguchi::terminal {

struct State {
    Phase phase = Phase::Idle;
    SessionId session;
    WaySet ways; // still open to this patient
    jpki::FrontNumberKind front_number = jpki::FrontNumberKind::NumberB; // of this card
    std::optional<Way> way;
    unsigned face_starts_left = default_face_starts;
    std::optional<FailureReason> reason; // the failure shown, or why a way or try did not succeed
    std::optional<unsigned> tries_left;
    bool rejected = false; // the number typed last was wrong
    bool may_spend_last_try = false;
    std::string_view guidance; // text id, a literal
    double progress = 0;
    std::optional<AuthenticationEvidence> evidence;
    std::vector<eligibility::Consent> consents;
    std::optional<eligibility::OutcomeKind> outcome;
    bool staff_should_compare = false; // card and answer differ in name or address
    bool staff_called = false;
};

} // namespace madoguchi::terminal
