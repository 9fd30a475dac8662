#include "terminal_app/workflow/step.hpp"

#include "terminal_app/workflow/transition_table.hpp"

namespace madoguchi::terminal {

namespace {

constexpr unsigned last_try = 1;

std::optional<Way> way_chosen_by(EventKind kind) {
    switch (kind) {
    case EventKind::FaceChosen:
        return Way::Face;
    case EventKind::PinChosen:
        return Way::Pin;
    case EventKind::VisualChosen:
        return Way::Visual;
    default:
        return std::nullopt;
    }
}

// Whose event is this? A card that is put down begins a session; any other event must speak of the
// present one.
bool belongs_to_session(const State& state, const Event& event) {
    const auto session = session_of(event);
    if (!session) {
        return true;
    }
    return kind_of(event) == EventKind::CardInserted ? *session > state.session
                                                     : *session == state.session;
}

bool is_open_to_patient(const State& state, EventKind kind) {
    const auto way = way_chosen_by(kind);
    return !way || state.ways.contains(*way);
}

// Why the session ends, when the event itself does not say: what went wrong before explains more
// than that the patient gave up.
FailureReason reason_of_end(const State& state, const Event& event) {
    if (const auto* failed = std::get_if<event::SessionFailed>(&event)) {
        return failed->reason;
    }
    switch (kind_of(event)) {
    case EventKind::CardRemoved:
        return FailureReason::CardRemoved;
    case EventKind::VisualRefused:
        return FailureReason::IdentityNotConfirmed;
    case EventKind::Cancelled:
        return state.reason.value_or(FailureReason::SystemCancelled);
    default:
        break;
    }
    switch (state.phase) { // TimedOut: whom were we waiting for?
    case Phase::Recognising:
    case Phase::ReadingCard:
    case Phase::CheckingPin:
        return FailureReason::ReaderStuck;
    case Phase::CheckingEligibility:
        return FailureReason::LinkTimeout;
    default:
        return state.reason.value_or(FailureReason::SystemTimedOut);
    }
}

// No comparison told anything of the person, so that looking again is no second guess.
bool nobody_was_compared(FailureReason reason) {
    return reason == FailureReason::FaceNone || reason == FailureReason::FaceSeveral;
}

// A way that was left may still report that it did not succeed.
bool belongs_to_way(const State& state, const Event& event) {
    const auto* failed = std::get_if<event::WayFailed>(&event);
    return failed == nullptr || failed->way == state.way;
}

class Performer {
public:
    Performer(const State& before, const Transition& transition) : state_(before) {
        state_.phase = transition.to;
        was_matching_ = transition.from == Phase::MatchingFace;
        was_session_ = is_session(transition.from);
    }

    Step perform(Action action, const State& before, const Event& event) && {
        if (was_matching_ && state_.phase != Phase::MatchingFace) {
            leave_face();
        }
        run(action, before, event);
        return {std::move(state_), std::move(effects_)};
    }

private:
    void run(Action action, const State& before, const Event& event);
    void begin_session(const event::CardInserted& inserted);
    void offer_ways(const event::CardRecognised& recognised);
    void obtain_data(EventKind chosen);
    void ask_for_number(const Event& event);
    void ask_for_pin(const Event& event);
    void keep_evidence(const Event& event);
    void start_face();
    void leave_face();
    void drop_used_up_face();
    void offer_other_ways(const Event& event);
    void ask_eligibility(const event::ConsentsGiven& given);
    void show_outcome(const event::EligibilityAnswered& answered);
    void end_session();
    void leave_service(FailureReason reason);

    // Keeps where we are and which session was the last.
    void clear() {
        State fresh;
        fresh.phase = state_.phase;
        fresh.session = state_.session;
        state_ = std::move(fresh);
    }

    State state_;
    std::vector<Effect> effects_;
    bool was_matching_ = false;
    bool was_session_ = false;
};

// NOLINTNEXTLINE(readability-function-size): one line for each action.
void Performer::run(Action action, const State& before, const Event& event) {
    switch (action) {
    case Action::Nothing:
        return;
    case Action::BeginSession:
        return begin_session(std::get<event::CardInserted>(event));
    case Action::OfferWays:
        return offer_ways(std::get<event::CardRecognised>(event));
    case Action::ObtainData:
        return obtain_data(kind_of(event));
    case Action::AskForNumber:
        return ask_for_number(event);
    case Action::ShowHindrance:
        state_.guidance = std::get<event::SurfaceSeen>(event).guidance;
        return;
    case Action::PresentNumber:
        state_.guidance = {};
        effects_.emplace_back(effect::ReadCard{state_.session, *state_.way});
        return;
    case Action::StartFace:
        return start_face();
    case Action::ShowProgress:
        state_.guidance = std::get<event::FaceSeen>(event).guidance;
        state_.progress = std::get<event::FaceSeen>(event).progress;
        return;
    case Action::AskForPin:
        return ask_for_pin(event);
    case Action::AskForLastTry:
        state_.tries_left = last_try;
        state_.rejected = std::get<event::PinOnLastTry>(event).rejected;
        if (state_.rejected) {
            state_.reason = FailureReason::PinWrong;
        }
        return;
    case Action::AllowLastTry:
        state_.may_spend_last_try = true;
        return;
    case Action::CheckPin:
        effects_.emplace_back(effect::CheckPin{state_.session, state_.may_spend_last_try});
        state_.may_spend_last_try = false; // one wish, one try
        return;
    case Action::OpenVisualCheck:
        state_.reason.reset();
        return;
    case Action::KeepEvidence:
        return keep_evidence(event);
    case Action::OfferOtherWays:
        return offer_other_ways(event);
    case Action::AskEligibility:
        return ask_eligibility(std::get<event::ConsentsGiven>(event));
    case Action::ShowOutcome:
        return show_outcome(std::get<event::EligibilityAnswered>(event));
    case Action::Fail:
        state_.reason = reason_of_end(before, event);
        return end_session();
    case Action::NoteStaffCall:
        state_.staff_called = true;
        return;
    case Action::LeaveService:
        return leave_service(std::get<event::OutOfOrder>(event).reason);
    case Action::Clear:
        return clear();
    case Action::Stop:
        state_.reason = FailureReason::SystemShutdown;
        if (was_session_) {
            end_session();
        }
        return;
    }
}

void Performer::begin_session(const event::CardInserted& inserted) {
    clear();
    state_.session = inserted.session;
    effects_.emplace_back(effect::RecogniseCard{inserted.session});
    effects_.emplace_back(effect::ReadFront{inserted.session});
    effects_.emplace_back(effect::WarmUpCamera{inserted.session});
}

void Performer::offer_ways(const event::CardRecognised& recognised) {
    state_.ways = recognised.ways;
    state_.front_number = recognised.front_number;
    state_.face_starts_left = recognised.face_starts;
    drop_used_up_face();
}

void Performer::obtain_data(EventKind chosen) {
    state_.way = way_chosen_by(chosen);
    state_.tries_left.reset();
    state_.rejected = false;
    if (state_.way == Way::Face) { // overlaps with reading the card
        effects_.emplace_back(effect::LookAhead{state_.session});
    } else if (!was_matching_) { // else it was told already
        effects_.emplace_back(effect::StopFace{state_.session});
    }
    effects_.emplace_back(effect::ObtainCardData{state_.session, *state_.way});
}

void Performer::ask_for_number(const Event& event) {
    state_.guidance = {};
    if (const auto* rejected = std::get_if<event::NumberRejected>(&event)) {
        state_.tries_left = rejected->tries_left;
        state_.rejected = true;
        state_.reason = FailureReason::NumberRejected;
        return;
    }
    const auto* failed = std::get_if<event::NumberNotRead>(&event);
    state_.reason = failed != nullptr ? failed->reason : FailureReason::NumberUnreadable;
}

void Performer::ask_for_pin(const Event& event) {
    if (const auto* rejected = std::get_if<event::PinRejected>(&event)) {
        state_.tries_left = rejected->tries_left;
        state_.rejected = true;
        state_.reason = FailureReason::PinWrong;
        return;
    }
    state_.tries_left = std::get<event::PinDataRead>(event).tries_left;
    state_.rejected = false;
    state_.reason.reset();
}

void Performer::keep_evidence(const Event& event) {
    state_.evidence = std::visit(
        [](const auto& one) -> std::optional<AuthenticationEvidence> {
            if constexpr (requires { one.evidence; }) {
                return one.evidence;
            } else {
                return std::nullopt;
            }
        },
        event);
    state_.reason.reset();
    state_.rejected = false;
    state_.tries_left.reset();
}

void Performer::start_face() {
    state_.face_starts_left -= state_.face_starts_left > 0 ? 1U : 0U;
    effects_.emplace_back(effect::MatchFace{state_.session});
}

void Performer::leave_face() {
    drop_used_up_face();
    effects_.emplace_back(effect::StopFace{state_.session});
}

void Performer::drop_used_up_face() {
    if (state_.face_starts_left == 0) {
        state_.ways = state_.ways.without(Way::Face);
    }
}

void Performer::offer_other_ways(const Event& event) {
    const auto* failed = std::get_if<event::WayFailed>(&event);
    state_.reason = failed != nullptr ? failed->reason : FailureReason::FaceNone;
    if (!nobody_was_compared(*state_.reason)) {
        state_.ways = state_.ways.without(*state_.way);
    } else if (!state_.ways.contains(Way::Face)) {
        state_.reason = FailureReason::FaceTries;
    }
    state_.tries_left.reset();
    state_.rejected = false;
    state_.guidance = {};
    state_.progress = 0;
}

void Performer::ask_eligibility(const event::ConsentsGiven& given) {
    state_.consents = given.consents;
    effects_.emplace_back(effect::AskEligibility{state_.session, *state_.evidence, given.consents});
}

void Performer::show_outcome(const event::EligibilityAnswered& answered) {
    state_.outcome = answered.outcome;
    state_.staff_should_compare = answered.staff_should_compare;
    end_session();
}

void Performer::end_session() {
    effects_.emplace_back(effect::EndSession{state_.session, state_.way, state_.evidence,
                                             state_.consents, state_.outcome, state_.reason});
}

void Performer::leave_service(FailureReason reason) {
    state_.reason = reason;
    if (was_session_) {
        end_session();
    }
    const auto why = state_.reason;
    clear();
    state_.reason = why;
}

} // namespace

Step step(const State& state, const Event& event) {
    const EventKind kind = kind_of(event);
    const auto transition = transition_for(state.phase, kind);
    if (!transition || !belongs_to_session(state, event) || !belongs_to_way(state, event) ||
        !is_open_to_patient(state, kind)) {
        return {state, {}, false};
    }
    return Performer(state, *transition).perform(transition->action, state, event);
}

} // namespace madoguchi::terminal
