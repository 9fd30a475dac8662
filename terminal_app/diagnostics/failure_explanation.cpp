#include "terminal_app/diagnostics/failure_explanation.hpp"

#include "terminal_app/diagnostics/failure_texts.hpp"

namespace madoguchi::terminal {

const FailureExplanation& explanation_of(FailureReason reason) noexcept {
    return failure_texts[static_cast<std::size_t>(reason)];
}

namespace {

std::string text_id(FailureReason reason, std::string_view part) {
    return std::string("reason.").append(code_of(reason)).append(".").append(part);
}

std::string entry(const FailureExplanation& text) {
    std::string out = "\n## ";
    out.append(code_of(text.reason)).append("\n\n");
    const auto line = [&out](std::string_view who, const CauseAndRemedy& said) {
        out.append("- **").append(who).append(":** ").append(said.cause);
        out.append(" *").append(said.remedy).append("*\n");
    };
    line("Patient", text.patient);
    line("Staff", text.staff);
    line("Engineer", text.engineer);
    return out;
}

} // namespace

std::string title_text_id(FailureReason reason) {
    return text_id(reason, "title");
}

std::string cause_text_id(FailureReason reason) {
    return text_id(reason, "cause");
}

std::string remedy_text_id(FailureReason reason) {
    return text_id(reason, "remedy");
}

std::string failure_reasons_page() {
    std::string page =
        "# Failure reasons\n\n"
        "Each reception that does not reach its end has exactly one of these reasons. The code is\n"
        "on the staff page, in the audit journal and in the log, and never changes. First the\n"
        "cause, then *what to do*. This page is printed by `madoguchi-terminal "
        "--print-failure-reasons`.\n";
    for (const FailureExplanation& text : failure_texts) {
        page += entry(text);
    }
    return page;
}

} // namespace madoguchi::terminal
