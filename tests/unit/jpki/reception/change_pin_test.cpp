#include "jpki/reception/change_pin.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"
#include "tests/unit/jpki/support/simulated_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

constexpr const char* chosen = "5807";

const std::string& pin_of(const SimulatedCard& simulated, ChangeablePin which) {
    const sim::PersonaPins& pins = simulated.persona().pins;
    return which == ChangeablePin::Authentication ? pins.authentication : pins.input_support;
}

Result<apdu::PinChange> change(SimulatedCard& simulated, ChangeablePin which,
                               std::string_view current,
                               apdu::PinPolicy policy = apdu::PinPolicy()) {
    hal::Transaction transaction = simulated.begin();
    MynaCard card = MADOGUCHI_TRY(MynaCard::require(transaction, nullptr, soon()));
    return change_pin(card, which, pin(current),
                      apdu::NewPin::typed_twice(pin(chosen), pin(chosen)).value(),
                      std::move(policy), soon());
}

std::uint8_t tries_left(SimulatedCard& simulated, ChangeablePin which) {
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    return pin_counter(card, which, soon()).value().tries_left().tries();
}

bool accepts(SimulatedCard& simulated, ChangeablePin which, std::string_view digits) {
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    if (which == ChangeablePin::Authentication) {
        auto application = card.select_jpki(soon()).value();
        return application.present_pin(pin(digits), apdu::PinPolicy(), soon()).value().accepted();
    }
    auto application = card.select_input_support(soon()).value();
    return application.present_pin(pin(digits), apdu::PinPolicy(), soon()).value().accepted();
}

std::size_t numbers_presented(const SimulatedCard& simulated) {
    return simulated.observations().verified_with_data.size();
}

} // namespace

TEST_CASE("a PIN is changed, its counter is whole, and the other PIN is as it was") {
    const auto [which, other] = GENERATE(table<ChangeablePin, ChangeablePin>(
        {{ChangeablePin::Authentication, ChangeablePin::InputSupport},
         {ChangeablePin::InputSupport, ChangeablePin::Authentication}}));
    SimulatedCard simulated;
    const auto outcome = change(simulated, which, pin_of(simulated, which));
    REQUIRE(outcome.has_value());
    CHECK(std::holds_alternative<apdu::PinChanged>(*outcome));
    CHECK(numbers_presented(simulated) == 1);
    CHECK(tries_left(simulated, which) == 3);
    CHECK_FALSE(accepts(simulated, which, pin_of(simulated, which)));
    CHECK(accepts(simulated, which, chosen));
    CHECK(accepts(simulated, other, pin_of(simulated, other)));
}

TEST_CASE("a wrong old PIN costs one try and changes nothing") {
    SimulatedCard simulated;
    const auto outcome = change(simulated, ChangeablePin::Authentication, "0000");
    REQUIRE(outcome.has_value());
    CHECK(std::get<apdu::PinRejected>(*outcome).tries_left == apdu::RetryCounter(2));
    CHECK(accepts(simulated, ChangeablePin::Authentication,
                  pin_of(simulated, ChangeablePin::Authentication)));
}

TEST_CASE("the last try is kept unless its owner wants it spent; a blocked PIN is sent nothing") {
    constexpr auto which = ChangeablePin::InputSupport;
    SimulatedCard simulated;
    REQUIRE(change(simulated, which, "0000").has_value());
    REQUIRE(change(simulated, which, "0000").has_value());
    const auto kept = change(simulated, which, pin_of(simulated, which));
    REQUIRE_FALSE(kept.has_value());
    CHECK(kept.error().code() == ErrorCode::RetryCounterTooLow);
    CHECK(numbers_presented(simulated) == 2);
    SECTION("spent well, the counter is whole again") {
        const auto spent = change(simulated, which, pin_of(simulated, which),
                                  apdu::PinPolicy(apdu::LastTryConfirmation::by_person()));
        REQUIRE(spent.has_value());
        CHECK(std::holds_alternative<apdu::PinChanged>(*spent));
        CHECK(tries_left(simulated, which) == 3);
    }
    SECTION("spent badly, the PIN is blocked, and then no number is sent") {
        for (int repeat = 0; repeat < 2; ++repeat) {
            const auto blocked = change(simulated, which, "0000",
                                        apdu::PinPolicy(apdu::LastTryConfirmation::by_person()));
            REQUIRE(blocked.has_value());
            CHECK(std::holds_alternative<apdu::PinBlocked>(*blocked));
        }
        CHECK(numbers_presented(simulated) == 3);
    }
}

TEST_CASE("a card taken away at any exchange leaves one known PIN, unless CHANGE was under way") {
    constexpr auto which = ChangeablePin::Authentication;
    SimulatedCard measured;
    REQUIRE(change(measured, which, pin_of(measured, which)).has_value());
    const std::size_t exchanges = measured.observations().commands;
    std::size_t uncertain = 0;
    for (std::size_t index = 0; index < exchanges; ++index) {
        CAPTURE(index);
        SimulatedCard simulated;
        simulated.reader().remove_after(index);
        const auto outcome = change(simulated, which, pin_of(simulated, which));
        simulated.insert();
        if (!outcome.has_value()) {
            CHECK(outcome.error().code() == ErrorCode::CardRemoved);
            CHECK(accepts(simulated, which, pin_of(simulated, which)));
        } else if (std::holds_alternative<apdu::PinChangeUncertain>(*outcome)) {
            ++uncertain;
        } else {
            CHECK(std::holds_alternative<apdu::PinChanged>(*outcome));
            CHECK(accepts(simulated, which, chosen));
        }
    }
    CHECK(uncertain == 1);
}
