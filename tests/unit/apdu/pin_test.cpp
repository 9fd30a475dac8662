#include "apdu/pin.hpp"
#include "tests/support/answering_channel.hpp"
#include "tests/support/ended_process.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <type_traits>
#include <vector>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;
using test::AnsweringChannel;
using test::ScriptedChannel;

static_assert(!std::is_copy_constructible_v<Pin> && std::is_move_constructible_v<Pin>);
static_assert(!std::is_default_constructible_v<Pin>);
static_assert(!std::is_copy_constructible_v<CounterReading>);
static_assert(!std::is_constructible_v<CounterReading, KeyReference, RetryCounter>);
static_assert(!std::is_copy_constructible_v<VerifyPermit>);
static_assert(!std::is_default_constructible_v<VerifyPermit>);

namespace {

constexpr KeyReference key = KeyReference::in_file(ShortFileId(0x18));

SecretBytes typed(std::string_view text) {
    return SecretBytes(as_bytes(text));
}

ErrorCode refusal_of(std::string_view text, std::size_t shortest = 4, std::size_t longest = 4) {
    const auto pin = Pin::from_digits(typed(text), shortest, longest);
    REQUIRE_FALSE(pin);
    return pin.error().code();
}

// The reading of a key of which the card says this.
Result<CounterReading> reading_of(StatusWord status) {
    AnsweringChannel card([&](ByteView) { return Bytes{status.sw1(), status.sw2()}; });
    ApduChannel channel(card, {});
    ExchangeBudget budget(9, 100, Deadline::after(10s));
    auto reading = query_retry_counter(channel, key, budget);
    REQUIRE(card.commands() == std::vector<Bytes>{test::hex("00200098")});
    return reading;
}

ErrorCode refused_permit(std::uint16_t status, PinPolicy policy) {
    const auto permit = VerifyPermit::from(*reading_of(StatusWord(status)), std::move(policy));
    REQUIRE_FALSE(permit);
    return permit.error().code();
}

} // namespace

TEST_CASE("a pin is made of the right number of digits") {
    CHECK(same_bytes(Pin::from_digits(typed("0000"), 4, 4)->digits().reveal(), as_bytes("0000")));
    CHECK(Pin::from_digits(typed("55021720352285"), 14, 14));
    CHECK(Pin::from_digits(typed("123456"), 4, 16));
}

TEST_CASE("everything else is refused before any command") {
    for (const std::string_view text : {"", "1", "123", "12345", "12a4", "12 4", "1234 ", "-123",
                                        "１２３４", "12\n4", "*234", "/234", ":234"}) {
        INFO(text);
        CHECK(refusal_of(text) == ErrorCode::EntryInvalid);
    }
    CHECK(refusal_of(std::string(1000, '1')) == ErrorCode::EntryInvalid);
    CHECK(refusal_of(std::string_view("12\0"
                                      "4",
                                      4)) == ErrorCode::EntryInvalid);
    CHECK(refusal_of("123456", 4, 5) == ErrorCode::EntryInvalid);
}

TEST_CASE("an empty pin, which would be a status query, cannot be asked for") {
    CHECK(test::last_words_of([] { (void)Pin::from_digits(typed(""), 0, 4); }));
    CHECK(test::last_words_of([] { (void)Pin::from_digits(typed("1"), 4, 256); }));
}

TEST_CASE("a counter is read only from 63Cx, 6983 and 6984, out of all status words") {
    for (unsigned value = 0; value <= 0xFFFF; ++value) {
        const auto reading = reading_of(StatusWord(static_cast<std::uint16_t>(value)));
        const bool counts = value >= 0x63C0 && value <= 0x63CF;
        const bool blocked = value == 0x63C0 || value == 0x6983 || value == 0x6984;
        if (!counts && !blocked) {
            REQUIRE_FALSE(reading);
            REQUIRE(reading.error().code() == ErrorCode::RetryCounterUnknown);
            REQUIRE(reading.error().status_word() == value);
            continue;
        }
        REQUIRE(reading);
        REQUIRE(reading->is_blocked() == blocked);
        REQUIRE(reading->tries_left() == RetryCounter(blocked ? 0 : value & 0x0FU));
    }
}

TEST_CASE("a failed query gives no reading") {
    ScriptedChannel card;
    card.expect_failure("00200098", ErrorCode::CardRemoved);
    ApduChannel channel(card, {});
    ExchangeBudget budget(9, 100, Deadline::after(10s));
    CHECK(query_retry_counter(channel, key, budget).error().code() == ErrorCode::CardRemoved);
}

TEST_CASE("a permit is won by tries above the floor, or by a person's confirmation") {
    const auto confirmed = [] { return PinPolicy(LastTryConfirmation::by_person()); };
    for (const std::uint16_t status : std::array<std::uint16_t, 3>{0x63C0, 0x6983, 0x6984}) {
        CHECK(refused_permit(status, PinPolicy()) == ErrorCode::KeyBlocked);
        CHECK(refused_permit(status, confirmed()) == ErrorCode::KeyBlocked);
    }
    CHECK(refused_permit(0x63C1, PinPolicy()) == ErrorCode::RetryCounterTooLow);
    CHECK(VerifyPermit::from(*reading_of(StatusWord(0x63C1)), confirmed()));
    for (std::uint16_t tries = 2; tries <= 15; ++tries) {
        const StatusWord status(static_cast<std::uint16_t>(0x63C0U | tries));
        CHECK(VerifyPermit::from(*reading_of(status), PinPolicy())->key() == key);
        CHECK(VerifyPermit::from(*reading_of(status), confirmed())->key() == key);
    }
}

TEST_CASE("a higher floor keeps more tries") {
    CHECK(refused_permit(0x63C2, PinPolicy(RetryCounter(2))) == ErrorCode::RetryCounterTooLow);
    CHECK(refused_permit(0x63C1, PinPolicy(RetryCounter(2))) == ErrorCode::RetryCounterTooLow);
    CHECK(VerifyPermit::from(*reading_of(StatusWord(0x63C3)), PinPolicy(RetryCounter(2))));
}

TEST_CASE("a floor of none, which would spend the last try unasked, cannot be asked for") {
    CHECK(test::last_words_of([] { (void)PinPolicy(RetryCounter(0)); }));
}

TEST_CASE("a reading wins one permit and a permit is used once") {
    CHECK(test::last_words_of([] {
        CounterReading reading = *reading_of(StatusWord(0x63C3));
        (void)VerifyPermit::from(std::move(reading), PinPolicy());
        (void)VerifyPermit::from(std::move(reading), PinPolicy()); // NOLINT
    }));
    CHECK(test::last_words_of([] {
        VerifyPermit permit = *VerifyPermit::from(*reading_of(StatusWord(0x63C3)), PinPolicy());
        const VerifyPermit taken = std::move(permit);
        (void)permit.key(); // NOLINT
    }));
}
