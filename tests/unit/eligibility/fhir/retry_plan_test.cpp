#include "eligibility/fhir/https_client.hpp"
#include "eligibility/fhir/retry_plan.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility::fhir;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

TEST_CASE("each wait is longer than the one before, and spread over terminals") {
    CHECK(wait_before_retry(1, {}, 10s, 0) == 100ms);
    CHECK(wait_before_retry(1, {}, 10s, 1) == 200ms);
    CHECK(wait_before_retry(2, {}, 10s, 1) == 400ms);
    CHECK(wait_before_retry(3, {}, 10s, 1) == 800ms);
}

TEST_CASE("asking again ends") {
    CHECK_FALSE(wait_before_retry(most_attempts, {}, 10s, 0));
    CHECK_FALSE(wait_before_retry(1, {}, 150ms, 1)); // the deadline comes first
    CHECK_FALSE(wait_before_retry(1, {}, 0ms, 0));
}

TEST_CASE("Retry-After is heeded while there is time for it") {
    CHECK(parse_retry_after("2") == 2s);
    CHECK(wait_before_retry(1, 2s, 10s, 0) == 2000ms);
    CHECK(wait_before_retry(1, 0s, 10s, 1) == 200ms);
    CHECK_FALSE(wait_before_retry(1, parse_retry_after("31536000"), 10s, 0)); // a year
    for (const char* unusable :
         {"", "soon", "-1", "1.5", "Fri, 20 Nov 2026 00:00:00 GMT", "99999999999999999999"}) {
        CAPTURE(unusable);
        CHECK_FALSE(parse_retry_after(unusable));
    }
}

TEST_CASE("only what may pass by itself is asked again") {
    for (const int status : {408, 425, 429, 500, 502, 503, 504}) {
        CHECK(may_pass_by_itself(status));
    }
    for (const int status : {200, 301, 400, 401, 403, 404, 409, 422, 501}) {
        CHECK_FALSE(may_pass_by_itself(status));
    }
}

TEST_CASE("an address of the service is https, host, port and path") {
    const auto endpoint = parse_https_address("https://bridge.example:8443/fhir/r4/");
    REQUIRE(endpoint);
    CHECK(endpoint->host == "bridge.example");
    CHECK(endpoint->port == 8443);
    CHECK(endpoint->base_path == "/fhir/r4");
    CHECK(parse_https_address("https://127.0.0.1")->port == 443);
    for (const char* refused :
         {"", "http://bridge.example", "bridge.example", "https://", "https://a b/",
          "https://user@bridge.example", "https://bridge.example/?q=1", "https://bridge.example:0",
          "https://bridge.example:70000", "https://bridge.example/#x", "ftp://bridge.example"}) {
        CAPTURE(refused);
        const auto wrong = parse_https_address(refused);
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().code() == ErrorCode::ConfigInvalid);
    }
}
