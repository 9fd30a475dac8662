#include "apdu/pin_change.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;
using test::ScriptedChannel;

namespace {

constexpr const char* query = "00200080";
constexpr const char* verify_1234 = "00200080 04 31323334";
constexpr const char* change_to_5807 = "00240180 04 35383037";

Pin pin(std::string_view digits) {
    return *Pin::from_digits(SecretBytes(as_bytes(digits)), 4, 4);
}

NewPin new_pin(std::string_view digits) {
    return *NewPin::typed_twice(pin(digits), pin(digits));
}

// Changes 1234 to 5807 on a card with three tries left that plays the script after the query.
Result<PinChange> change_after(const std::function<void(ScriptedChannel&)>& script) {
    ScriptedChannel card;
    card.expect(query, "63C3");
    script(card);
    ApduChannel channel(card, {});
    ExchangeBudget budget(9, 1000, Deadline::after(10s));
    auto permit = VerifyPermit::from(
        *query_retry_counter(channel, KeyReference::current_file(), budget), PinPolicy());
    return change(channel, pin("1234"), new_pin("5807"), *std::move(permit), budget);
}

} // namespace

TEST_CASE("the old number is verified once, then changed once") {
    const auto outcome = change_after([](ScriptedChannel& card) {
        card.expect(verify_1234, "9000").expect(change_to_5807, "9000");
    });
    REQUIRE(outcome);
    CHECK(std::holds_alternative<PinChanged>(*outcome));
}

TEST_CASE("a wrong old number sends no CHANGE") {
    const auto outcome =
        change_after([](ScriptedChannel& card) { card.expect(verify_1234, "63C2"); });
    REQUIRE(outcome);
    CHECK(std::get<PinRejected>(*outcome).tries_left == RetryCounter(2));
}

TEST_CASE("an old number that blocks sends no CHANGE") {
    const auto answer = GENERATE(values<std::string>({"63C0", "6983", "6984"}));
    const auto outcome =
        change_after([&](ScriptedChannel& card) { card.expect(verify_1234, answer); });
    REQUIRE(outcome);
    CHECK(std::holds_alternative<PinBlocked>(*outcome));
}

TEST_CASE("a card lost during VERIFY is an error: no CHANGE was sent, the old number is in force") {
    const auto outcome = change_after(
        [](ScriptedChannel& card) { card.expect_failure(verify_1234, ErrorCode::CardRemoved); });
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code() == ErrorCode::CardRemoved);
}

TEST_CASE("a CHANGE that the card refuses is told with its status word and not sent again") {
    const auto answer = GENERATE(values<std::string>({"6982", "6985", "6A80", "6D00", "63C2"}));
    const auto outcome = change_after([&](ScriptedChannel& card) {
        card.expect(verify_1234, "9000").expect(change_to_5807, answer);
    });
    REQUIRE(outcome);
    CHECK(std::holds_alternative<PinChangeRefused>(*outcome));
}

TEST_CASE("a CHANGE whose answer never comes leaves open which number is in force") {
    const auto cause = GENERATE(ErrorCode::CardRemoved, ErrorCode::CardReset,
                                ErrorCode::TransportFailed, ErrorCode::ReaderLost);
    const auto outcome = change_after([&](ScriptedChannel& card) {
        card.expect(verify_1234, "9000").expect_failure(change_to_5807, cause);
    });
    REQUIRE(outcome);
    CHECK(std::get<PinChangeUncertain>(*outcome).cause.code() == cause);
}

TEST_CASE("an answer to CHANGE that neither takes nor refuses the number leaves it open too") {
    const auto answer = GENERATE(values<std::string>(
        {"6100", "6281", "6300", "6581", "6C00", "6F00", "9001", "1000", "0000"}));
    const auto outcome = change_after([&](ScriptedChannel& card) {
        card.expect(verify_1234, "9000").expect(change_to_5807, answer);
    });
    REQUIRE(outcome);
    CHECK(std::get<PinChangeUncertain>(*outcome).cause.code() == ErrorCode::UnexpectedStatusWord);
}

TEST_CASE("a new number that was typed differently the second time is none") {
    const auto different = NewPin::typed_twice(pin("5807"), pin("5870"));
    REQUIRE_FALSE(different);
    CHECK(different.error().code() == ErrorCode::EntryInvalid);
    CHECK(new_pin("5807").is_same_as(pin("5807")));
    CHECK_FALSE(new_pin("5807").is_same_as(pin("1234")));
}
