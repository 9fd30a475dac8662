#include "eligibility/fhir/fhir_request.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

constexpr CivilTime asked_at{std::chrono::sys_days{test::reception_day} + std::chrono::hours(1)};

nlohmann::json written(const EligibilityRequest& request) {
    const auto text = fhir::write_fhir_request(request, asked_at);
    REQUIRE(text);
    return nlohmann::json::parse(*text);
}

} // namespace

TEST_CASE("a question asks for validation of one coverage on one day, in the name of one session") {
    const EligibilityRequest request = test::sample_request();
    const auto json = written(request);
    CHECK(json["resourceType"] == "CoverageEligibilityRequest");
    CHECK(json["purpose"] == nlohmann::json::array({"validation"}));
    CHECK(json["identifier"][0]["value"] == request.session_id);
    CHECK(json["provider"]["identifier"]["value"] == request.facility_code);
    CHECK(json["servicedDate"] == "2026-11-20");
    CHECK(json["created"] == "2026-11-20T10:00:00+09:00");
    CHECK(json["contained"].size() == 3);
}

TEST_CASE("only consents that were asked for are told, refusals too") {
    EligibilityRequest request = test::sample_request();
    request.consents.clear();
    CHECK_FALSE(written(request).contains("extension"));
    request.consents = {given(ConsentItem::Medication, asked_at), refused(ConsentItem::Surgery)};
    const auto told = written(request)["extension"];
    REQUIRE(told.size() == 2);
    CHECK(told[0]["extension"][0]["valueCode"] == "medication");
    CHECK(told[0]["extension"][1]["valueCode"] == "1");
    CHECK(told[0]["extension"][2]["valueDateTime"] == "2026-11-20T10:00:00+09:00");
    CHECK(told[1]["extension"][1]["valueCode"] == "0");
    CHECK(told[1]["extension"].size() == 2);
}

TEST_CASE("a question that lacks what it needs is not written") {
    EligibilityRequest request = test::sample_request();
    SECTION("no session") {
        request.session_id.clear();
    }
    SECTION("no facility") {
        request.facility_code = "1";
    }
    SECTION("no number") {
        request.insurance.number.clear();
    }
    SECTION("no birth date") {
        request.birth_date = test::date(1980, 0, 0);
    }
    const auto text = fhir::write_fhir_request(request, asked_at);
    REQUIRE_FALSE(text);
    CHECK(text.error().code() == ErrorCode::ValueInvalid);
}
