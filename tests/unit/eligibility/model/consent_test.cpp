#include "eligibility/model/consent.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

const CivilTime noon{std::chrono::seconds{1'795'150'800}};

} // namespace

TEST_CASE("a consent to medical records lasts 24 hours, one to a limit has no end") {
    for (const ConsentItem item : {ConsentItem::Medication, ConsentItem::Treatment,
                                   ConsentItem::Surgery, ConsentItem::HealthCheckup}) {
        REQUIRE(given(item, noon).available_until == noon + std::chrono::hours{24});
    }
    REQUIRE_FALSE(given(ConsentItem::HighCostLimit, noon).available_until);
    REQUIRE_FALSE(given(ConsentItem::SpecificDisease, noon).available_until);
}

TEST_CASE("a refusal carries no time") {
    const Consent consent = refused(ConsentItem::Medication);
    REQUIRE_FALSE(consent.is_given());
    REQUIRE_FALSE(consent.given_at);
    REQUIRE_FALSE(consent.available_until);
}

TEST_CASE("an answer that nobody gave is no consent") {
    REQUIRE_FALSE(Consent{}.is_given());
    REQUIRE(Consent{}.answer.is_absent());
}
