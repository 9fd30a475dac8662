// The goals of the reference, section E, on families small enough for every run; ./dev bench
// identity --families 1000000 is the same at size.
#include "tests/support/identity/families.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::test;

TEST_CASE("planted mis-links are caught and ordinary visits are left in peace") {
    const TrialCounts counts = try_families(6000, 7);
    REQUIRE(counts.all_planted() > 100);
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
        return static_cast<double>(part) / static_cast<double>(whole);
    };
    REQUIRE(share(counts.all_caught(), counts.all_planted()) >= 0.99);
    REQUIRE(share(counts.false_alarms, counts.visits - counts.all_planted()) <= 0.005);
}

TEST_CASE("a family is the same whenever it is made") {
    const auto once = visits_of_family(11, 7);
    const auto again = visits_of_family(11, 7);
    REQUIRE(once.size() == again.size());
    for (std::size_t at = 0; at < once.size(); ++at) {
        REQUIRE(once[at].encounter.card == again[at].encounter.card);
        REQUIRE(once[at].encounter.answer == again[at].encounter.answer);
    }
    REQUIRE(visits_of_family(12, 7).front().encounter.card != once.front().encounter.card);
}
