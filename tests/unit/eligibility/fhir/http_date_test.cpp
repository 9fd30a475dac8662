#include "eligibility/fhir/http_date.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility::fhir;

TEST_CASE("the date of an HTTP header is read in its one form") {
    CHECK(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT") ==
          CivilTime(std::chrono::seconds(784'111'777)));
    CHECK(parse_http_date("Thu, 29 Feb 2024 00:00:00 GMT") ==
          CivilTime(std::chrono::seconds(1'709'164'800)));
}

TEST_CASE("any other text is no date") {
    for (const char* text : {"", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
                             "Sun, 06 Nov 1994 08:49:37 JST", "Sun, 06 Nox 1994 08:49:37 GMT",
                             "Wed, 29 Feb 2023 00:00:00 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
                             "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:37 GMT "}) {
        INFO(text);
        CHECK_FALSE(parse_http_date(text).has_value());
    }
}
