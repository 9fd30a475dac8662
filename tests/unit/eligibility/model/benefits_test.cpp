#include "eligibility/model/benefits.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using test::date;

namespace {

std::string_view state(Benefit benefit, const PersonRecord& person) {
    return name_of(state_of(benefit, person, test::reception_day));
}

} // namespace

TEST_CASE("where a record says nothing, no benefit is ever denied") {
    for (const Benefit benefit : all_benefits) {
        INFO(name_of(benefit));
        CHECK(state(benefit, {}) == "unknown");
    }
}

TEST_CASE("a benefit is in force on its first and last day, and out of period beside them") {
    struct Case {
        CivilDate from;
        CivilDate to;
        const char* state;
    };
    const CivilDate day = test::reception_day;
    const std::vector<Case> cases{
        {day, day, "in-force"},
        {date(2026, 11, 1), date(2026, 11, 30), "in-force"},
        {date(2026, 11, 21), date(2026, 11, 30), "out-of-period"},
        {date(2026, 11, 1), date(2026, 11, 19), "out-of-period"},
    };
    for (const Case& c : cases) {
        PersonRecord person;
        person.high_cost_limit.emplace();
        person.high_cost_limit->valid_from = c.from;
        person.high_cost_limit->valid_to = c.to;
        person.elderly.emplace();
        person.elderly->valid_from = c.from;
        person.elderly->valid_to = c.to;
        person.specific_diseases.resize(1);
        person.specific_diseases[0].valid_from = c.from;
        person.specific_diseases[0].valid_to = c.to;
        person.tickets.resize(1);
        person.tickets[0].valid_from = c.from;
        person.tickets[0].valid_to = c.to;
        for (const Benefit benefit : {Benefit::HighCostLimit, Benefit::ElderlyRecipient,
                                      Benefit::SpecificDisease, Benefit::MedicalAid}) {
            INFO(name_of(benefit) << " " << c.state);
            CHECK(state(benefit, person) == c.state);
        }
        CHECK(state(Benefit::LocalSubsidy, person) == "unknown");
    }
}

TEST_CASE("a refusal is told as one, an ending that is missing is open") {
    PersonRecord person;
    person.consents = {refused(ConsentItem::HighCostLimit), refused(ConsentItem::SpecificDisease)};
    CHECK(state(Benefit::HighCostLimit, person) == "not-consented");
    CHECK(state(Benefit::SpecificDisease, person) == "not-consented");
    CHECK(state(Benefit::ElderlyRecipient, person) == "unknown");
    person.high_cost_limit.emplace();
    CHECK(state(Benefit::HighCostLimit, person) == "in-force");
}
