#include "jpki/reception/authenticate_with_pin.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"
#include "tests/unit/jpki/support/simulated_card.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

Result<PinAuthenticationOutcome> authenticate(SimulatedCard& simulated, std::string_view digits,
                                              apdu::PinPolicy policy = apdu::PinPolicy()) {
    hal::Transaction transaction = simulated.begin();
    MynaCard card = MADOGUCHI_TRY(MynaCard::require(transaction, nullptr, soon()));
    return authenticate_with_pin(card, pin(digits), std::move(policy), SimulatedCard::anchors(),
                                 SimulatedCard::clock(), soon());
}

} // namespace

TEST_CASE("the right PIN proves the certificate's key") {
    SimulatedCard simulated;
    const auto outcome = authenticate(simulated, simulated.persona().pins.authentication);
    REQUIRE(outcome.has_value());
    const auto* authentication = std::get_if<PinAuthentication>(&*outcome);
    REQUIRE(authentication != nullptr);
    CHECK(authentication->verdict.passed(Check::AuthenticationKeyProof));
    CHECK(authentication->verdict.passed(Check::CertificateIssuer));
    CHECK(failed_checks(authentication->verdict).empty());
    CHECK_FALSE(authentication->certificate->serial_number().empty());
    CHECK(simulated.observations().verified_with_data.size() == 1);
}

TEST_CASE("wrong PINs count down one by one, and the last try needs an explicit wish") {
    SimulatedCard simulated;
    for (const std::uint8_t tries_left : {std::uint8_t{2}, std::uint8_t{1}}) {
        const auto outcome = authenticate(simulated, "0000");
        REQUIRE(outcome.has_value());
        CHECK(std::get<NumberRejected>(*outcome).tries_left == apdu::RetryCounter(tries_left));
    }
    const auto kept = authenticate(simulated, "0000");
    REQUIRE_FALSE(kept.has_value());
    CHECK(kept.error().code() == ErrorCode::RetryCounterTooLow);

    SECTION("spent wrongly it blocks, and a blocked PIN is never presented") {
        const auto spent = authenticate(simulated, "0000",
                                        apdu::PinPolicy(apdu::LastTryConfirmation::by_person()));
        REQUIRE(spent.has_value());
        CHECK(std::holds_alternative<NumberBlocked>(*spent));
        const std::size_t before = simulated.observations().verified_with_data.size();
        const auto blocked = authenticate(simulated, simulated.persona().pins.authentication,
                                          apdu::PinPolicy(apdu::LastTryConfirmation::by_person()));
        REQUIRE(blocked.has_value());
        CHECK(std::holds_alternative<NumberBlocked>(*blocked));
        CHECK(simulated.observations().verified_with_data.size() == before);
    }
    SECTION("spent rightly it resets the counter") {
        const auto spent = authenticate(simulated, simulated.persona().pins.authentication,
                                        apdu::PinPolicy(apdu::LastTryConfirmation::by_person()));
        REQUIRE(spent.has_value());
        CHECK(std::holds_alternative<PinAuthentication>(*spent));
        hal::Transaction transaction = simulated.begin();
        MynaCard card = recognised(transaction);
        CHECK(authentication_pin_counter(card, soon()).value().tries_left() ==
              apdu::RetryCounter(3));
    }
}

TEST_CASE("a card taken away at any exchange ends as CardRemoved, with at most one VERIFY sent") {
    SimulatedCard simulated;
    const std::string digits = simulated.persona().pins.authentication;
    REQUIRE(authenticate(simulated, digits).has_value());
    const std::size_t exchanges = simulated.observations().commands;
    for (std::size_t index = 0; index < exchanges; ++index) {
        CAPTURE(index);
        simulated.insert();
        simulated.reader().remove_after(index);
        const auto outcome = authenticate(simulated, digits);
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().code() == ErrorCode::CardRemoved);
        CHECK(simulated.observations().verified_with_data.size() <= 1);
    }
}

TEST_CASE("the PIN does not stay presented after the task") {
    SimulatedCard simulated;
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    REQUIRE(authenticate_with_pin(card, pin(simulated.persona().pins.authentication),
                                  apdu::PinPolicy(), SimulatedCard::anchors(),
                                  SimulatedCard::clock(), soon())
                .has_value());
    auto application = card.select_jpki(soon()).value();
    const auto proof = application.sign(Challenge::fresh().value(), soon());
    REQUIRE_FALSE(proof.has_value());
    CHECK(proof.error().code() == ErrorCode::SecurityStatusNotSatisfied);
}
