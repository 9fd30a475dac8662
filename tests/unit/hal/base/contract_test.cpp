#include "hal/base/contract.hpp"
#include "tests/support/ended_process.hpp"

#include <catch2/catch.hpp>

using madoguchi::test::last_words_of;

TEST_CASE("a broken contract ends the process and names kind, condition and place") {
    const int answer = 41;
    const auto precondition = last_words_of([&] { MADOGUCHI_EXPECTS(answer == 42); });
    REQUIRE(precondition);
    CHECK_THAT(*precondition, Catch::Contains("precondition violated: answer == 42"));
    CHECK_THAT(*precondition, Catch::Contains("contract_test.cpp:"));

    const auto invariant = last_words_of([&] { MADOGUCHI_ENSURES(answer == 42); });
    REQUIRE(invariant);
    CHECK_THAT(*invariant, Catch::Contains("invariant violated: answer == 42"));
}

TEST_CASE("a kept contract evaluates its condition once and goes on") {
    int evaluated = 0;
    MADOGUCHI_EXPECTS(++evaluated == 1);
    MADOGUCHI_ENSURES(++evaluated == 2);
    CHECK(evaluated == 2);
    CHECK_FALSE(last_words_of([] { MADOGUCHI_EXPECTS(true); }));
}
