// Each pair of phase and event: 21 x 32. What stands in the table happens; nothing else does.
#include "terminal_app/workflow/transition_table.hpp"
#include "tests/unit/terminal_app/workflow/example_events.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::one_event_of_each_kind;
using madoguchi::test::present_session;
using madoguchi::test::state_in;

namespace {

template <typename Wanted>
const Wanted* find_effect(const Step& step) {
    for (const Effect& effect : step.effects) {
        if (const auto* found = std::get_if<Wanted>(&effect)) {
            return found;
        }
    }
    return nullptr;
}

template <typename Check>
void for_each_pair(Check check) {
    const auto events = one_event_of_each_kind();
    for (const Phase phase : all_phases) {
        for (const Event& event : events) {
            INFO(name_of(phase) << " x " << name_of(kind_of(event)));
            const State before = state_in(phase);
            check(before, event, step(before, event));
        }
    }
}

} // namespace

TEST_CASE("there is one example of each kind of event") {
    const auto events = one_event_of_each_kind();
    REQUIRE(events.size() == event_kind_count);
    for (std::size_t i = 0; i < events.size(); ++i) {
        CHECK(kind_of(events[i]) == static_cast<EventKind>(i));
    }
}

TEST_CASE("each pair of phase and event does what the table says, or nothing") {
    for_each_pair([](const State& before, const Event& event, const Step& after) {
        const auto transition = transition_for(before.phase, kind_of(event));
        CHECK(after.accepted == transition.has_value());
        CHECK(after.state.phase == (transition ? transition->to : before.phase));
        if (!transition) {
            CHECK(after.effects.empty());
        }
    });
}

TEST_CASE("events of another session change nothing") {
    for_each_pair([](const State& before, const Event& event, const Step& /*after*/) {
        State later = before;
        later.session = SessionId{present_session.value + 5};
        if (session_of(event)) {
            const Step after = step(later, event);
            CHECK_FALSE(after.accepted);
            CHECK(after.effects.empty());
            CHECK(after.state.phase == later.phase);
        }
    });
}

TEST_CASE("a session that ends is ended exactly once, and what ends it is recorded") {
    for_each_pair([](const State& before, const Event& /*event*/, const Step& after) {
        const bool ends = is_session(before.phase) && !is_session(after.state.phase);
        const auto count =
            std::count_if(after.effects.begin(), after.effects.end(), [](const Effect& effect) {
                return std::holds_alternative<effect::EndSession>(effect);
            });
        CHECK(count == (ends ? 1 : 0));
        if (ends) {
            const auto* end = find_effect<effect::EndSession>(after);
            CHECK(end->session == before.session);
            CHECK(end->outcome.has_value() != end->reason.has_value());
        }
    });
}

TEST_CASE("only given consents after evidence release an eligibility request") {
    for_each_pair([](const State& before, const Event& event, const Step& after) {
        const bool released = find_effect<effect::AskEligibility>(after) != nullptr;
        CHECK(released ==
              (before.phase == Phase::Consenting && kind_of(event) == EventKind::ConsentsGiven));
    });
}

TEST_CASE("a PIN is presented only because it was just typed") {
    for_each_pair([](const State& before, const Event& event, const Step& after) {
        const bool presented = find_effect<effect::CheckPin>(after) != nullptr;
        CHECK(presented ==
              (before.phase == Phase::EnteringPin && kind_of(event) == EventKind::PinTyped));
    });
}

TEST_CASE("the camera is closed when the face check is left, and when another way is chosen") {
    for_each_pair([](const State& before, const Event& event, const Step& after) {
        const bool leaves =
            before.phase == Phase::MatchingFace && after.state.phase != Phase::MatchingFace;
        const bool chooses_other = after.accepted && (kind_of(event) == EventKind::PinChosen ||
                                                      kind_of(event) == EventKind::VisualChosen);
        CHECK((find_effect<effect::StopFace>(after) != nullptr) == (leaves || chooses_other));
    });
}

TEST_CASE("every phase but the last has a time limit that leads somewhere") {
    for (const Phase phase : all_phases) {
        INFO(name_of(phase));
        CHECK(time_limit(phase) > std::chrono::seconds(0));
        CHECK(transition_for(phase, EventKind::TimedOut).has_value() == (phase != Phase::Stopped));
    }
}

TEST_CASE("from every phase time alone leads back to idle, or to a card that lies there still") {
    for (const Phase first : all_phases) {
        INFO(name_of(first));
        State state = state_in(first);
        for (int i = 0; i < 8; ++i) {
            state = step(state, event::TimedOut{present_session}).state;
        }
        const bool rests = state.phase == Phase::Idle || state.phase == Phase::CardLeft ||
                           state.phase == Phase::OutOfService || state.phase == Phase::Stopped;
        CHECK(rests);
    }
}

TEST_CASE("in each phase of a session the card can be pulled, and the next one is received") {
    for (const Phase phase : all_phases) {
        if (!is_session(phase)) {
            continue;
        }
        INFO(name_of(phase));
        const Step pulled = step(state_in(phase), event::CardRemoved{present_session});
        CHECK(pulled.state.phase == Phase::ShowingCardGone);
        CHECK(pulled.state.reason == FailureReason::CardRemoved);
        const Step next = step(pulled.state, event::CardInserted{{present_session.value + 1}});
        CHECK(next.state.phase == Phase::Recognising);
        CHECK_FALSE(next.state.evidence.has_value());
        CHECK_FALSE(next.state.reason.has_value());
        CHECK_FALSE(next.state.way.has_value());
    }
}
