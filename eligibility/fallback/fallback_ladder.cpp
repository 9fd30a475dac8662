#include "eligibility/fallback/fallback_ladder.hpp"

#include "hal/base/dated_rules.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility {

namespace {

struct StepRule {
    FallbackStep step;
    std::string_view name;
    std::optional<DatedRule> accepted; // nothing: on every day
    bool needs_card;

    [[nodiscard]] bool holds_on(CivilDate day) const {
        return !accepted || rule_on(*accepted, day).has_value();
    }
};

constexpr std::array steps{
#define FALLBACK_STEP(enumerator, name, accepted, needs_card)                                      \
    StepRule{FallbackStep::enumerator, name, accepted, needs_card},
#include "eligibility/fallback/fallback_steps.def"
#undef FALLBACK_STEP
};

const StepRule& rule_of(FallbackStep step) {
    return steps.at(static_cast<std::size_t>(step));
}

using enum VisitCircumstance;

// In the order of the enumeration.
constexpr std::array<CircumstanceRule, 6> circumstances{{
    {Ordinary, "ordinary", true, true, false, false, "", FallbackStep::CardOnReader},
    {HelperComes, "helper-comes", false, false, false, false, "who came",
     FallbackStep::EligibilityCertificate},
    {GuardianWithChild, "guardian-with-child", true, true, false, false, "",
     FallbackStep::CardOnReader},
    {SchoolTrip, "school-trip", true, true, true, false, "the supervisor's name",
     FallbackStep::PortalScreen},
    {DataBlocked, "data-blocked", true, true, false, true, "",
     FallbackStep::EligibilityCertificate},
    {CannotAct, "cannot-act", true, false, true, false, "why the patient cannot act",
     FallbackStep::CardOnReader},
}};

} // namespace

std::string_view name_of(FallbackStep step) noexcept {
    return rule_of(step).name;
}

std::vector<FallbackStep> ladder_on(CivilDate day) {
    std::vector<FallbackStep> ladder;
    for (const StepRule& rule : steps) {
        if (rule.holds_on(day)) {
            ladder.push_back(rule.step);
        }
    }
    return ladder;
}

const CircumstanceRule& rule_of(VisitCircumstance circumstance) noexcept {
    return circumstances.at(static_cast<std::size_t>(circumstance));
}

std::optional<StepRefusal> judge_step(const StepUse& use, CivilDate day) {
    const StepRule& step = rule_of(use.step);
    const CircumstanceRule& circumstance = rule_of(use.circumstance);
    if (!step.holds_on(day)) {
        return StepRefusal::NotOnThisDay;
    }
    if (use.step == FallbackStep::CardOnReader && !circumstance.card_may_be_read) {
        return StepRefusal::NotByAnother;
    }
    const bool copy_counts =
        circumstance.copies_are_enough && use.step != FallbackStep::CardOnReader;
    if (step.needs_card && !use.has_card && !copy_counts) {
        return StepRefusal::NeedsCard;
    }
    return std::nullopt;
}

} // namespace madoguchi::eligibility
