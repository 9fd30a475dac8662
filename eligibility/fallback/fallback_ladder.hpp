// What proves a patient's insurance when the online check does not: the means of a day in their
// order, and who may use which. Whichever it is, the patient pays the proper share
// (proper_share.hpp).
#pragma once

#include "hal/base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility {

enum class FallbackStep : std::uint8_t {
#define FALLBACK_STEP(enumerator, name, accepted, needs_card) enumerator,
#include "eligibility/fallback/fallback_steps.def"
#undef FALLBACK_STEP
};

// "portal-screen", "eligibility-notice" and so on.
[[nodiscard]] std::string_view name_of(FallbackStep step) noexcept;

// The steps that a day knows, in the order in which the desk offers them.
[[nodiscard]] std::vector<FallbackStep> ladder_on(CivilDate day);

// Why a visit is unlike others (requirements D11, D12, D14, C10, F "guardian").
enum class VisitCircumstance : std::uint8_t {
    Ordinary,
    HelperComes,       // somebody else comes for the patient: fetches drugs, brings papers
    GuardianWithChild, // the child is here, the guardian acts
    SchoolTrip,        // copies instead of originals, under a supervisor
    DataBlocked,       // own-data viewing is blocked, as it is for victims of violence at home
    CannotAct,         // unconscious, or cannot decide: staff act and say why
};

struct CircumstanceRule {
    VisitCircumstance circumstance = VisitCircumstance::Ordinary;
    std::string_view name;
    bool card_may_be_read = true;     // by its holder, or for it
    bool face_may_be_compared = true; // never a helper's face with the holder's photo
    bool copies_are_enough = false;   // the card itself need not be there
    bool hides_address = false;       // neither on a screen nor on a slip
    std::string_view note_needed;     // what staff record with it; empty: nothing
    FallbackStep offered_first = FallbackStep::CardOnReader;
};

[[nodiscard]] const CircumstanceRule& rule_of(VisitCircumstance circumstance) noexcept;

enum class StepRefusal : std::uint8_t {
    NotOnThisDay, // not yet or no longer accepted
    NeedsCard, // 資格情報のお知らせ and マイナポータル count only beside the card
    NotByAnother, // the card cannot be used by somebody else
};

struct StepUse {
    FallbackStep step = FallbackStep::CardOnReader;
    bool has_card = false; // the patient's own My Number card is here
    VisitCircumstance circumstance = VisitCircumstance::Ordinary;
};

// Nothing: the step may be used on that day.
[[nodiscard]] std::optional<StepRefusal> judge_step(const StepUse& use, CivilDate day);

} // namespace madoguchi::eligibility
