#include "apdu/exchange_budget.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using apdu::ExchangeBudget;
using namespace std::chrono_literals;

TEST_CASE("rounds run out") {
    ExchangeBudget budget(2, 100, Deadline::after(10s));
    CHECK(budget.take_round());
    CHECK(budget.take_round());
    const auto refused = budget.take_round();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::BudgetExceeded);
    CHECK(budget.rounds_left() == 0);
}

TEST_CASE("bytes run out, and exactly all of them may be used") {
    ExchangeBudget budget(2, 100, Deadline::after(10s));
    CHECK(budget.take_bytes(100));
    CHECK(budget.bytes_left() == 0);
    CHECK(budget.take_bytes(0));
    const auto refused = budget.take_bytes(1);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::BudgetExceeded);
}

TEST_CASE("time runs out before rounds are counted") {
    ExchangeBudget budget(2, 100, Deadline::passed());
    const auto refused = budget.take_round();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::DeadlineExceeded);
    CHECK(budget.rounds_left() == 2);
}
