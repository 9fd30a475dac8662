#include "eligibility/model/person_record.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using test::date;

TEST_CASE("a record is in force from its first day on, to the day before its loss") {
    struct Case {
        std::optional<CivilDate> qualified_on, disqualified_on, valid_from, valid_to;
        CivilDate day;
        bool in_force;
    };
    const CivilDate first = date(2024, 4, 1);
    const CivilDate last = date(2026, 3, 31);
    const std::vector<Case> cases{
        {{}, {}, {}, {}, date(2026, 1, 1), true},
        {first, {}, {}, {}, date(2024, 3, 31), false},
        {first, {}, {}, {}, first, true},
        {{}, last, {}, {}, date(2026, 3, 30), true},
        {{}, last, {}, {}, last, false}, // 資格喪失年月日 itself no longer counts
        {{}, {}, first, last, date(2024, 3, 31), false},
        {{}, {}, first, last, last, true}, // 有効終了年月日 is the last valid day
        {{}, {}, first, last, date(2026, 4, 1), false},
    };
    for (const Case& c : cases) {
        PersonRecord person;
        person.qualified_on = c.qualified_on;
        person.disqualified_on = c.disqualified_on;
        person.valid_from = c.valid_from;
        person.valid_to = c.valid_to;
        REQUIRE(is_in_force(person, c.day) == c.in_force);
    }
}

TEST_CASE("the sex on the back counts only when the front withholds it") {
    PersonRecord person;
    person.printed_sex = {"3", Sex::NotStated};
    REQUIRE(basic_items(person).sex == Sex::NotStated);
    person.back_sex = {"1", Sex::Male};
    REQUIRE(basic_items(person).sex == Sex::Male);
    person.printed_sex = {"2", Sex::Female};
    REQUIRE(basic_items(person).sex == Sex::Female);
}
