// The simulator's next-generation card, met by the real reader stack.
#include "jpki/reception/authenticate_with_pin.hpp"
#include "jpki/reception/examine_card.hpp"
#include "jpki/reception/read_basic_four.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"
#include "tests/unit/jpki/support/simulated_card.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

VerificationNumber wrong_number(const SimulatedCard& simulated) {
    std::string digits = simulated.persona().verification_number_6();
    digits.back() = digits.back() == '9' ? '0' : '9';
    return VerificationNumber::from_digits(secret(digits)).value();
}

Result<NumberBReading> receive(SimulatedCard& simulated, FrontNumber number) {
    hal::Transaction transaction = simulated.begin();
    MynaCard card = MADOGUCHI_TRY(MynaCard::require(transaction, nullptr, soon()));
    return read_with_number_b(card, std::move(number), SimulatedCard::anchors(),
                              SimulatedCard::clock(), soon());
}

} // namespace

TEST_CASE("a next-generation card is read and proved whole, item by item as its persona") {
    SimulatedCard simulated("p02", "next-generation");
    const auto outcome = receive(simulated, simulated.verification_number());
    REQUIRE(outcome.has_value());
    const auto* reading = std::get_if<ReceptionReading>(&*outcome);
    REQUIRE(reading != nullptr);
    const sim::Persona& persona = simulated.persona();
    CHECK(reading->basic_four->name.reveal() == persona.name.kanji);
    CHECK(reading->basic_four->address.reveal() == persona.address);
    CHECK(complete_date(reading->basic_four->birth_date) == persona.birth_date);
    CHECK(code_of(reading->basic_four->sex) == persona.sex);
    CHECK(reading->surface->card_expiry.shown_but_not_proved() == persona.card.expiry);
    CHECK(reading->surface->photo.is_present());
    for (const Check check : all_checks()) {
        CAPTURE(std::string(name_of(check)));
        const bool expected =
            check != Check::CertificateRevocation && check != Check::AuthenticationKeyProof;
        CHECK(reading->verdict.passed(check) == expected);
    }
    CHECK(simulated.observations().verified_with_data.size() == 1);
}

TEST_CASE("its items alone are read with the proof of the chip") {
    SimulatedCard simulated("p02", "next-generation");
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    const auto outcome =
        read_basic_four_with_number_b(card, simulated.verification_number(),
                                      SimulatedCard::anchors(), SimulatedCard::clock(), soon());
    REQUIRE(outcome.has_value());
    const auto& reading = std::get<BasicFourReading>(*outcome);
    CHECK(reading.basic_four->name.reveal() == simulated.persona().name.kanji);
    CHECK(reading.verdict.passed(Check::InputSupportPresence));
}

TEST_CASE("its holder proves the P-384 key with the PIN") {
    SimulatedCard simulated("p02", "next-generation");
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    const auto outcome =
        authenticate_with_pin(card, pin(simulated.persona().pins.authentication), apdu::PinPolicy(),
                              SimulatedCard::anchors(), SimulatedCard::clock(), soon());
    REQUIRE(outcome.has_value());
    const auto* proved = std::get_if<PinAuthentication>(&*outcome);
    REQUIRE(proved != nullptr);
    CHECK(proved->verdict.passed(Check::AuthenticationKeyProof));
    CHECK(kind_of(public_key_of(proved->certificate->x509()).value()) == KeyKind::P384);
}

TEST_CASE("a wrong 照合番号 costs one try, and the last one is kept") {
    SimulatedCard simulated("p02", "next-generation");
    for (std::uint8_t tries_left = 9; tries_left >= 1; --tries_left) {
        const auto outcome = receive(simulated, wrong_number(simulated));
        REQUIRE(outcome.has_value());
        CHECK(std::get<NumberRejected>(*outcome).tries_left == apdu::RetryCounter(tries_left));
    }
    const auto outcome = receive(simulated, simulated.verification_number());
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code() == ErrorCode::RetryCounterTooLow);
}

TEST_CASE("a blocked 照合番号 is told without a try") {
    SimulatedCard simulated("p02", "next-generation-number-blocked");
    const auto outcome = receive(simulated, simulated.verification_number());
    REQUIRE(outcome.has_value());
    CHECK(std::holds_alternative<NumberBlocked>(*outcome));
    CHECK(simulated.observations().verified_with_data.empty());
}

TEST_CASE("a forged face is not trusted, by the check that asks for its signature") {
    SimulatedCard simulated("p02", "next-generation-forged");
    const auto outcome = receive(simulated, simulated.verification_number());
    REQUIRE(outcome.has_value());
    const auto* refused = std::get_if<CardNotTrusted>(&*outcome);
    REQUIRE(refused != nullptr);
    CHECK(failed_checks(refused->verdict) == std::vector<std::string>{"surface-signature"});
}

TEST_CASE("a number of today's card is not presented to the next generation, nor the other way") {
    SimulatedCard next("p02", "next-generation");
    CHECK(receive(next, next.number_b()).error().code() == ErrorCode::ApplicationNotFound);
    CHECK(next.observations().verified_with_data.empty());
    SimulatedCard todays("p02");
    CHECK(receive(todays, next.verification_number()).error().code() ==
          ErrorCode::ApplicationNotFound);
    CHECK(todays.observations().verified_with_data.empty());
}

TEST_CASE("a next-generation card taken away at any exchange ends as CardRemoved") {
    SimulatedCard simulated("p02", "next-generation");
    REQUIRE(receive(simulated, simulated.verification_number()).has_value());
    const std::size_t exchanges = simulated.observations().commands;
    REQUIRE(exchanges > 8);
    for (std::size_t index = 0; index < exchanges; ++index) {
        CAPTURE(index);
        simulated.insert();
        simulated.reader().remove_after(index);
        const auto outcome = receive(simulated, simulated.verification_number());
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().code() == ErrorCode::CardRemoved);
    }
}

TEST_CASE("a survey finds its two applications and asks for no other generation's") {
    SimulatedCard simulated("p02", "next-generation");
    hal::Transaction transaction = simulated.begin();
    const CardSurvey found = recognised(transaction).survey(soon()).value();
    CHECK(found.has_card_data);
    CHECK_FALSE(found.has_input_support);
    CHECK_FALSE(found.has_surface);
    CHECK_FALSE(found.has_common_card);
    CHECK(found.objects.card_expiry == simulated.persona().card.expiry);
}
