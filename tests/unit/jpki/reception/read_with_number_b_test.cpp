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

Result<NumberBReading> receive(SimulatedCard& simulated, VerificationNumberB number) {
    hal::Transaction transaction = simulated.begin();
    MynaCard card = MADOGUCHI_TRY(MynaCard::require(transaction, nullptr, soon()));
    return read_with_number_b(card, std::move(number), SimulatedCard::anchors(),
                              SimulatedCard::clock(), soon());
}

VerificationNumberB wrong_number() {
    return VerificationNumberB::from_digits(secret("00000000000000")).value();
}

} // namespace

TEST_CASE("a simulated card is read and proved whole, item by item as its persona") {
    const auto id = GENERATE(values<std::string>({"p02", "p16"}));
    SimulatedCard simulated(id);
    const auto outcome = receive(simulated, simulated.number_b());
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
}

TEST_CASE("a reception never touches the individual number, the signature key or its password") {
    SimulatedCard simulated;
    REQUIRE(receive(simulated, simulated.number_b()).has_value());
    const std::string jpki = "D392F000260100000001";
    const std::string input_support = "D3921000310001010408";
    const std::string surface = "D3921000310001010402";
    for (const auto& forbidden : std::vector<sim::CardObservations::Place>{{jpki, 0x0001},
                                                                           {jpki, 0x001A},
                                                                           {jpki, 0x001B},
                                                                           {input_support, 0x0001},
                                                                           {input_support, 0x0014},
                                                                           {surface, 0x0005},
                                                                           {surface, 0x0013}}) {
        CAPTURE(forbidden.first, forbidden.second);
        CHECK(simulated.observations().selected.count(forbidden) == 0);
        CHECK(simulated.observations().read.count(forbidden) == 0);
    }
    CHECK(simulated.observations().verified_with_data.size() == 2); // one for each application
}

TEST_CASE("a wrong 照合番号B costs one try, in one application") {
    SimulatedCard simulated;
    const auto outcome = receive(simulated, wrong_number());
    REQUIRE(outcome.has_value());
    REQUIRE(std::holds_alternative<NumberRejected>(*outcome));
    CHECK(std::get<NumberRejected>(*outcome).tries_left == apdu::RetryCounter(9));
    CHECK(simulated.observations().verified_with_data.size() == 1);
}

TEST_CASE("the last try of 照合番号B is not spent, so it is never blocked by us") {
    SimulatedCard simulated;
    for (int tries_left = 9; tries_left >= 1; --tries_left) {
        const auto outcome = receive(simulated, wrong_number());
        REQUIRE(outcome.has_value());
        REQUIRE(std::holds_alternative<NumberRejected>(*outcome));
    }
    const auto outcome = receive(simulated, simulated.number_b());
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code() == ErrorCode::RetryCounterTooLow);
}

TEST_CASE("a card taken away at any exchange ends as CardRemoved with nothing kept") {
    SimulatedCard simulated;
    REQUIRE(receive(simulated, simulated.number_b()).has_value());
    const std::size_t exchanges = simulated.observations().commands;
    REQUIRE(exchanges > 10);
    for (std::size_t index = 0; index < exchanges; ++index) {
        CAPTURE(index);
        simulated.insert();
        simulated.reader().remove_after(index);
        const auto outcome = receive(simulated, simulated.number_b());
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().code() == ErrorCode::CardRemoved);
    }
    simulated.insert();
    CHECK(std::holds_alternative<ReceptionReading>(*receive(simulated, simulated.number_b())));
}

TEST_CASE("the items alone are read by 照合番号B or by the PIN of their application") {
    SimulatedCard simulated;
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    SECTION("number") {
        const auto outcome = read_basic_four_with_number_b(
            card, simulated.number_b(), SimulatedCard::anchors(), SimulatedCard::clock(), soon());
        REQUIRE(outcome.has_value());
        CHECK(std::get<BasicFourReading>(*outcome).basic_four->name.reveal() ==
              simulated.persona().name.kanji);
    }
    SECTION("PIN") {
        const auto outcome = read_basic_four_with_pin(
            card, pin(simulated.persona().pins.input_support), apdu::PinPolicy(),
            SimulatedCard::anchors(), SimulatedCard::clock(), soon());
        REQUIRE(outcome.has_value());
        CHECK(std::get<BasicFourReading>(*outcome).verdict.passed(Check::InputSupportPresence));
    }
    SECTION("wrong number") {
        const auto outcome = read_basic_four_with_number_b(
            card, wrong_number(), SimulatedCard::anchors(), SimulatedCard::clock(), soon());
        REQUIRE(outcome.has_value());
        CHECK(std::get<NumberRejected>(*outcome).tries_left == apdu::RetryCounter(9));
    }
    SECTION("wrong PIN") {
        const auto outcome =
            read_basic_four_with_pin(card, pin("0000"), apdu::PinPolicy(), SimulatedCard::anchors(),
                                     SimulatedCard::clock(), soon());
        REQUIRE(outcome.has_value());
        CHECK(std::get<NumberRejected>(*outcome).tries_left == apdu::RetryCounter(2));
    }
}

TEST_CASE(
    "without anchors the card is not trusted, and what it holds is still shown to examiners") {
    SimulatedCard simulated;
    const TrustAnchors empty = TrustAnchors::none();
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    const auto insisted =
        read_with_number_b(card, simulated.number_b(), empty, SimulatedCard::clock(), soon());
    REQUIRE(insisted.has_value());
    CHECK(std::holds_alternative<CardNotTrusted>(*insisted));
    const auto examined =
        examine_card(card, simulated.number_b(), empty, SimulatedCard::clock(), soon());
    REQUIRE(examined.has_value());
    const auto& seen = std::get<ExaminedCard>(*examined);
    CHECK(shown(seen.basic_four).name.reveal() == simulated.persona().name.kanji);
    CHECK(failed_checks(seen.verdict).empty());
}

TEST_CASE("the counter shown for 照合番号B is the lower one, and asking spends nothing") {
    SimulatedCard simulated;
    REQUIRE(receive(simulated, wrong_number()).has_value());
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    for (int repeat = 0; repeat < 3; ++repeat) {
        CHECK(number_b_counter(card, soon()).value().tries_left() == apdu::RetryCounter(9));
    }
}
