#include "eligibility/oqs/lexical.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility::oqs;
using test::date;

TEST_CASE("dates are yyyyMMdd, and all noughts or nines say nothing") {
    REQUIRE(*parse_date("20240229") == date(2024, 2, 29));
    for (const char* nothing : {"", "00000000", "99999999"}) {
        REQUIRE_FALSE(parse_date(nothing)->has_value());
    }
    for (const char* wrong : {"20230229", "2024022", "202402290", "2024-2-9", "20241301",
                              "20240200", "２０２４０２２９", "-0240229", "20240001"}) {
        INFO(wrong);
        REQUIRE(parse_date(wrong).error().code() == ErrorCode::AnswerUnreadable);
    }
}

TEST_CASE("a birth date may leave day or month and day open") {
    REQUIRE(*parse_birth_date("19400000") == date(1940, 0, 0));
    REQUIRE(*parse_birth_date("19400500") == date(1940, 5, 0));
    REQUIRE_FALSE(parse_birth_date("19401300"));
    REQUIRE_FALSE(parse_birth_date("19400230"));
}

TEST_CASE("times are Japanese local time without a zone") {
    const auto time = parse_time("20261120093015");
    REQUIRE(time);
    REQUIRE(date_in_japan(**time) == date(2026, 11, 20));
    REQUIRE((*time)->time_since_epoch() == std::chrono::seconds{1'795'134'615});
    REQUIRE(format_time(**time) == "20261120093015");
    for (const char* wrong : {"20261120", "20261120243015", "20261120096015", "20261120093060",
                              "20261320093015", "2026112009301x"}) {
        REQUIRE_FALSE(parse_time(wrong));
    }
}

TEST_CASE("what is written reads the same") {
    REQUIRE(format_date(date(1984, 2, 29)) == "19840229");
    REQUIRE(format_date(date(1940, 5, 0)) == "19400500");
}
