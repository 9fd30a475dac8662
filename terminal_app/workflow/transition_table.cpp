#include "terminal_app/workflow/transition_table.hpp"

namespace madoguchi::terminal {

namespace {

constexpr bool each_pair_stands_once() {
    for (std::size_t i = 0; i < transitions.size(); ++i) {
        for (std::size_t j = i + 1; j < transitions.size(); ++j) {
            if (transitions[i].from == transitions[j].from &&
                transitions[i].on == transitions[j].on) {
                return false;
            }
        }
    }
    return true;
}
static_assert(each_pair_stands_once(), "two transitions for one pair");

template <typename Rules>
std::optional<Transition> by_rule(const Rules& rules, Phase from, EventKind on) noexcept {
    for (const auto& rule : rules) {
        if (rule.on == on) {
            return Transition{from, on, rule.stays ? from : rule.to, rule.action};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Transition> transition_for(Phase from, EventKind on) noexcept {
    for (const Transition& transition : transitions) {
        if (transition.from == from && transition.on == on) {
            return transition;
        }
    }
    if (is_session(from)) {
        if (const auto found = by_rule(session_rules, from, on)) {
            return found;
        }
    }
    return from == Phase::Stopped ? std::nullopt : by_rule(general_rules, from, on);
}

} // namespace madoguchi::terminal
