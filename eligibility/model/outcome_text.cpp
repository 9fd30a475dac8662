#include "eligibility/model/outcome.hpp"

#include <array>

namespace madoguchi::eligibility {

namespace {

struct OutcomeText {
    OutcomeKind kind;
    std::string_view name;
    StaticText next_step;
};

constexpr std::array texts{
    OutcomeText{OutcomeKind::Eligible, "eligible", "Take the data over."},
    OutcomeText{OutcomeKind::EligibleWithNote, "eligible-with-note",
                "Take the data over and show the patient the note."},
    OutcomeText{OutcomeKind::Invalid, "invalid",
                "Ask whether the insurance has changed; ask for the new insurer. The record shown "
                "here serves the claim as the former one."},
    OutcomeText{OutcomeKind::InvalidNewerExists, "invalid-newer-exists",
                "A newer record exists: ask again with the card, never bill the old one."},
    OutcomeText{
        OutcomeKind::None, "none",
        "Check the numbers typed; the insurer may still be registering. Otherwise use the "
        "patient's Mynaportal screen, the eligibility certificate or the declaration form."},
    OutcomeText{OutcomeKind::Ambiguous, "ambiguous",
                "Several records fit: never choose one; ask again with the branch number."},
    OutcomeText{OutcomeKind::AidUnregistered, "aid-unregistered",
                "Medical aid is valid but holds no ticket for this facility: call the welfare "
                "office."},
    OutcomeText{OutcomeKind::Pending, "pending",
                "The service is still working: wait a little, then ask again."},
    OutcomeText{OutcomeKind::Failed, "failed",
                "The service reports an error: show its message, go on with the fallback steps."},
    OutcomeText{OutcomeKind::Unreadable, "unreadable",
                "The answer cannot be relied on: go on with the fallback steps and run the "
                "diagnostics."},
};

const OutcomeText& text_of(OutcomeKind kind) noexcept {
    for (const OutcomeText& text : texts) {
        if (text.kind == kind) {
            return text;
        }
    }
    return texts.back();
}

} // namespace

std::string_view name_of(OutcomeKind kind) noexcept {
    return text_of(kind).name;
}

StaticText next_step(OutcomeKind kind) noexcept {
    return text_of(kind).next_step;
}

} // namespace madoguchi::eligibility
