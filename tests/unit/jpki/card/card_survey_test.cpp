#include "jpki/card/card_survey.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"
#include "tests/unit/jpki/support/simulated_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::ScriptedChannel;

namespace {

constexpr const char* select_driving_licence = "00A4040C 10 A0000002310600000000000000000000";
constexpr const char* select_security_domain = "00A4040C 07 A0000001510000";

// A phone refuses all but its one application.
void expect_phone_from_applications_on(ScriptedChannel& card) {
    card.expect(select_input_support, "6A82")
        .expect(select_surface, "6A82")
        .expect(select_common_card, "6A82")
        .expect(select_driving_licence, "6A82")
        .expect(select_security_domain, "6A82")
        .expect(select_jpki, "9000")
        .expect("00CA5F5100", "6A88");
}

CardSurvey survey(const Script& script, hal::TransferLimits limits = {}) {
    hal::Transaction transaction = scripted_transaction(script, limits);
    CardSession session(transaction, nullptr);
    return survey_card(session, current_card, soon()).value();
}

} // namespace

TEST_CASE("a survey tells what a whole card has, without a number") {
    SimulatedCard simulated;
    CardSurvey found;
    {
        hal::Transaction transaction = simulated.begin();
        MynaCard card = recognised(transaction);
        found = card.survey(soon()).value();
    }
    CHECK(found.has_input_support);
    CHECK(found.has_surface);
    CHECK(found.has_common_card);
    CHECK_FALSE(found.has_driving_licence);
    REQUIRE(found.certificates.has_value());
    CHECK(found.certificates->signature == CertificateState::Present);
    CHECK(found.certificates->user_authentication == CertificateState::Present);
    CHECK(found.objects.card_number == simulated.persona().card.serial);
    CHECK(found.objects.municipality_code == simulated.persona().card.municipality_code);
    CHECK(found.objects.card_expiry == simulated.persona().card.expiry);
    CHECK(found.objects.contact_answer_to_reset.has_value());
    CHECK(simulated.observations().verified_with_data.empty());
}

TEST_CASE("what a phone lacks is absent from its survey, not an error") {
    const CardSurvey found = survey([](ScriptedChannel& card) {
        card.expect(select_jpki, "9000").expect("00B0880003", "6A82");
        expect_phone_from_applications_on(card);
    });
    CHECK_FALSE(found.has_input_support);
    CHECK_FALSE(found.has_surface);
    CHECK_FALSE(found.has_common_card);
    CHECK_FALSE(found.certificates.has_value());
    CHECK_FALSE(found.objects.card_number.has_value());
    CHECK_FALSE(found.objects.contact_answer_to_reset.has_value());
    CHECK(found.extended_length == ExtendedLength::NotTried);
}

TEST_CASE("whether extended length works is learned from the first read, where the reader has it") {
    constexpr hal::TransferLimits extended{true, 4096, 4096};
    SECTION("accepted") {
        const CardSurvey found = survey(
            [](ScriptedChannel& card) {
                card.expect(select_jpki, "9000").expect("00B08800 000003", "008F00 9000");
                expect_phone_from_applications_on(card);
            },
            extended);
        CHECK(found.extended_length == ExtendedLength::Accepted);
    }
    SECTION("refused") {
        const CardSurvey found = survey(
            [](ScriptedChannel& card) {
                card.expect(select_jpki, "9000")
                    .expect("00B08800 000003", "6700")
                    .expect("00B0880003", "008F00 9000");
                expect_phone_from_applications_on(card);
            },
            extended);
        CHECK(found.extended_length == ExtendedLength::Refused);
        REQUIRE(found.certificates.has_value());
        CHECK(found.certificates->signature == CertificateState::Absent);
    }
}

TEST_CASE("card objects of another form than expected are absent") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        card.expect(select_security_domain, "9000")
            .expect("00CA004500", "FF 9000")               // no digits
            .expect("00CA00F000", "31 32 33 34 9000")      // four digits
            .expect("00CA00F200", "3230323631333332 9000") // 2026-13-32
            .expect("00CA7F2100", "6700")                  // there, too large for a short answer
            .expect("00CA5F5100", "E000 9000");
    });
    CardSession session(transaction, nullptr);
    const auto objects = read_card_objects(session, current_card, soon());
    REQUIRE(objects.has_value());
    CHECK_FALSE(objects->card_number.has_value());
    CHECK_FALSE(objects->municipality_code.has_value());
    CHECK_FALSE(objects->card_expiry.has_value());
    CHECK(objects->has_lower_certificate);
    CHECK(objects->contact_answer_to_reset == Bytes{0xE0, 0x00});
}
