#include "hal/base/result.hpp"

#include <catch2/catch.hpp>

#include <memory>

using namespace madoguchi;

namespace {

Result<std::unique_ptr<int>> make(int value) {
    if (value < 0) {
        return fail(ErrorCode::ValueInvalid, "negative");
    }
    return std::make_unique<int>(value);
}

Result<void> check(int value) {
    if (value > 9) {
        return fail(Error(ErrorCode::TooLarge, "large").with_status_word(0x6700));
    }
    return {};
}

Result<int> sum(int left, int right) {
    MADOGUCHI_TRY(check(left));
    const std::unique_ptr<int> first = MADOGUCHI_TRY(make(left));
    return *first + *MADOGUCHI_TRY(make(right));
}

} // namespace

TEST_CASE("MADOGUCHI_TRY takes the value out, also a move-only one") {
    CHECK(sum(2, 3) == 5);
}

TEST_CASE("MADOGUCHI_TRY returns the first error unchanged") {
    REQUIRE_FALSE(sum(-1, 3));
    CHECK(sum(-1, 3).error().code() == ErrorCode::ValueInvalid);
    CHECK_FALSE(sum(2, -3));
    const Result<int> large = sum(10, 3);
    REQUIRE_FALSE(large);
    CHECK(large.error().status_word() == 0x6700);
}

TEST_CASE("a failure names the line that failed") {
    const auto failed = make(-1);
    CHECK_THAT(failed.error().where().file_name(), Catch::EndsWith("result_test.cpp"));
    CHECK_THAT(failed.error().where().function_name(), Catch::Contains("make"));
}
