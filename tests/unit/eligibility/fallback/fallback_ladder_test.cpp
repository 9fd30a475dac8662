#include "eligibility/fallback/fallback_ladder.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

using enum FallbackStep;
using enum VisitCircumstance;

const CivilDate today = test::date(2026, 11, 20);

} // namespace

TEST_CASE("the means are offered in the order of the policy, and each date knows its own") {
    using Ladder = std::vector<FallbackStep>;
    struct Case {
        CivilDate day;
        Ladder ladder;
    };
    const Ladder before{CardOnReader, PortalScreen, InsuranceCertificate, PastVisit, Declaration};
    const Ladder between{
        CardOnReader,         PortalScreen, EligibilityNotice, EligibilityCertificate,
        InsuranceCertificate, PastVisit,    Declaration};
    const Ladder after{CardOnReader,           PortalScreen, EligibilityNotice,
                       EligibilityCertificate, PastVisit,    Declaration};
    const Case cases[] = {
        {test::date(2024, 12, 1), before},
        {test::date(2024, 12, 2), between},
        {test::date(2025, 12, 1), between},
        {test::date(2025, 12, 2), after},
        {today, after},
    };
    for (const auto& [day, ladder] : cases) {
        INFO(static_cast<int>(day.year()) << "-" << static_cast<unsigned>(day.month()));
        CHECK(ladder_on(day) == ladder);
    }
}

TEST_CASE("who may use which step") {
    struct Case {
        StepUse use;
        std::optional<StepRefusal> refusal;
    };
    const Case cases[] = {
        {{CardOnReader, true, Ordinary}, {}},
        {{CardOnReader, false, Ordinary}, StepRefusal::NeedsCard},
        {{PortalScreen, true, Ordinary}, {}},
        {{PortalScreen, false, Ordinary}, StepRefusal::NeedsCard},
        {{EligibilityNotice, true, Ordinary}, {}},
        {{EligibilityNotice, false, Ordinary}, StepRefusal::NeedsCard},
        {{EligibilityCertificate, false, Ordinary}, {}},
        {{InsuranceCertificate, false, Ordinary}, StepRefusal::NotOnThisDay},
        {{PastVisit, false, Ordinary}, {}},
        {{Declaration, false, Ordinary}, {}},
        // A trip carries copies, never a card to read.
        {{EligibilityNotice, false, SchoolTrip}, {}},
        {{PortalScreen, false, SchoolTrip}, {}},
        {{CardOnReader, false, SchoolTrip}, StepRefusal::NeedsCard},
        // Nobody uses another person's card.
        {{CardOnReader, true, HelperComes}, StepRefusal::NotByAnother},
        {{EligibilityCertificate, false, HelperComes}, {}},
        {{CardOnReader, true, GuardianWithChild}, {}},
        {{CardOnReader, true, CannotAct}, {}},
    };
    for (const auto& [use, refusal] : cases) {
        INFO(name_of(use.step) << ", card " << use.has_card << ", "
                               << rule_of(use.circumstance).name);
        CHECK(judge_step(use, today) == refusal);
    }
}

TEST_CASE("a helper's face is never compared, a blocked person's address never shown") {
    for (const VisitCircumstance circumstance :
         {Ordinary, HelperComes, GuardianWithChild, SchoolTrip, DataBlocked, CannotAct}) {
        const CircumstanceRule& rule = rule_of(circumstance);
        INFO(rule.name);
        CHECK(rule.circumstance == circumstance);
        CHECK(rule.face_may_be_compared ==
              (circumstance != HelperComes && circumstance != CannotAct));
        CHECK(rule.hides_address == (circumstance == DataBlocked));
        CHECK(rule.note_needed.empty() ==
              (circumstance != HelperComes && circumstance != SchoolTrip &&
               circumstance != CannotAct));
        // What is offered first can be used, or the offer would be a mockery.
        CHECK(judge_step({rule.offered_first, true, circumstance}, today) == std::nullopt);
    }
}
