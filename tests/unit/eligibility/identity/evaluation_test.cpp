// tests/data/identity_cases.tsv: what must be equal and what must not, in the words of
// municipalities and clinics.
#include "eligibility/identity/evaluation.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::eligibility::identity;

namespace {

std::vector<IdentityCase> read_cases() {
    std::ifstream file(IDENTITY_CASES);
    std::vector<IdentityCase> cases;
    for (std::string line; std::getline(file, line);) {
        const auto parsed = parse_identity_case(line);
        REQUIRE(parsed.has_value());
        if (*parsed) {
            cases.push_back(**parsed);
        }
    }
    return cases;
}

} // namespace

TEST_CASE("the case file is what it claims to be: large, and for the most part hard") {
    const auto cases = read_cases();
    REQUIRE(cases.size() >= 600);
    const auto differing = std::count_if(cases.begin(), cases.end(), [](const IdentityCase& one) {
        return one.expected == Agreement::Different;
    });
    REQUIRE(static_cast<double>(differing) >= 0.4 * static_cast<double>(cases.size()));
}

TEST_CASE("no pair of the case file is wrongly equal, and nearly all are judged right") {
    ConfusionTable table;
    for (const IdentityCase& one : read_cases()) {
        for (const bool reversed : {false, true}) {
            const auto found = compare_case(one, reversed, ComparisonTables::built_in());
            table.add(one.expected, found.agreement);
            if (found.agreement != one.expected) {
                WARN(name_of(one.item)
                     << ": " << one.left << " | " << one.right << " expected "
                     << name_of(one.expected) << ", found " << name_of(found.agreement) << " by "
                     << name_of(found.rule));
            }
        }
    }
    REQUIRE(table.wrongly_equal() == 0);
    REQUIRE(static_cast<double>(table.right()) >= 0.98 * static_cast<double>(table.total()));
}

TEST_CASE("a line of a case file that says something else is refused") {
    for (const char* line : {"name\ta\tb", "name\ta\tb\tequal\tmore", "shoe\ta\tb\tequal",
                             "name\ta\tb\tsame", "name"}) {
        INFO(line);
        REQUIRE_FALSE(parse_identity_case(line).has_value());
    }
    REQUIRE_FALSE(parse_identity_case("name\t\xFF\tb\tequal").has_value());
    REQUIRE(parse_identity_case("# name")->has_value() == false);
    REQUIRE(parse_identity_case("")->has_value() == false);
}
