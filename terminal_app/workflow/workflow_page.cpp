#include "terminal_app/workflow/workflow_page.hpp"

#include "terminal_app/workflow/transition_table.hpp"

#include <fmt/format.h>

namespace madoguchi::terminal {

namespace {

constexpr const char* introduction =
    "# The reception as a state machine\n\n"
    "Printed by `madoguchi-terminal --print-workflow` from\n"
    "`terminal_app/workflow/transition_table.hpp`; a test keeps this page current. A pair of "
    "state\n"
    "and event that has no arrow changes nothing, and so does an event of another session.\n\n";

// Arrows between the same two states share a line.
std::string labels_between(Phase from, Phase to) {
    std::string labels;
    for (const Transition& one : transitions) {
        if (one.from == from && one.to == to) {
            labels += (labels.empty() ? "" : ", ") + std::string(name_of(one.on));
        }
    }
    return labels;
}

std::string arrows(bool inside_session) {
    std::string out;
    for (const Phase from : all_phases) {
        for (const Phase to : all_phases) {
            const bool inside = is_session(from) && is_session(to);
            const std::string labels = labels_between(from, to);
            if (!labels.empty() && inside == inside_session) {
                out += fmt::format("    {}{} --> {}: {}\n", inside ? "    " : "", name_of(from),
                                   name_of(to), labels);
            }
        }
    }
    return out;
}

template <typename Rules>
std::string rule_lines(const Rules& rules, std::string_view from) {
    std::string out;
    for (const auto& rule : rules) {
        out += fmt::format("| {} | {} | {} |\n", from, name_of(rule.on),
                           rule.stays ? "the same state" : name_of(rule.to));
    }
    return out;
}

} // namespace

std::string workflow_page() {
    std::string page = introduction;
    page += "```mermaid\nstateDiagram-v2\n    [*] --> Idle\n    state Session {\n";
    page += arrows(true) + "    }\n" + arrows(false);
    for (const SessionRule& rule : session_rules) {
        if (!rule.stays) {
            page += fmt::format("    Session --> {}: {}\n", name_of(rule.to), name_of(rule.on));
        }
    }
    page += "```\n\n## Rules for many states\n\nWhere no arrow says otherwise.\n\n"
            "| state | event | next |\n|---|---|---|\n";
    page += rule_lines(session_rules, "each of a session");
    page += rule_lines(general_rules, "each but Stopped");
    page += "\n## Time limits\n\nAfter this time the event TimedOut comes.\n\n"
            "| state | seconds |\n|---|---|\n";
    for (const Phase phase : all_phases) {
        page += fmt::format("| {} | {} |\n", name_of(phase), time_limit(phase).count());
    }
    return page;
}

} // namespace madoguchi::terminal
