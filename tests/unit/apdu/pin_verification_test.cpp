#include "apdu/pin.hpp"
#include "tests/support/answering_channel.hpp"
#include "tests/support/ended_process.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <deque>
#include <vector>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;
using test::hex;

namespace {

constexpr KeyReference key = KeyReference::in_file(ShortFileId(0x18));
const Bytes query = hex("00200098");
const Bytes verify_command = hex("00200098 04 31323334");

Pin pin() {
    return *Pin::from_digits(SecretBytes(as_bytes("1234")), 4, 4);
}

// A card that has three tries left and answers VERIFY with what it is told to.
class Conversation {
public:
    explicit Conversation(Result<Bytes> answer)
        : answers_{hex("63C3"), std::move(answer)}, card_([this](ByteView) {
              REQUIRE_FALSE(answers_.empty());
              const auto next = std::move(answers_.front());
              answers_.pop_front();
              return next;
          }) {}

    [[nodiscard]] Result<PinVerification> run() {
        ApduChannel channel(card_, {});
        ExchangeBudget budget(9, 100'000, Deadline::after(10s));
        auto permit = VerifyPermit::from(*query_retry_counter(channel, key, budget), PinPolicy());
        return verify(channel, pin(), *std::move(permit), budget);
    }
    [[nodiscard]] const std::vector<Bytes>& commands() const { return card_.commands(); }

private:
    std::deque<Result<Bytes>> answers_;
    test::AnsweringChannel card_;
};

} // namespace

TEST_CASE("VERIFY is sent once and its every status word has one meaning; 9000 alone is success") {
    for (unsigned value = 0; value <= 0xFFFF; ++value) {
        const StatusWord status(static_cast<std::uint16_t>(value));
        Conversation conversation(Bytes{status.sw1(), status.sw2()});
        const auto outcome = conversation.run();
        REQUIRE(conversation.commands() == std::vector<Bytes>{query, verify_command});
        const bool blocked = value == 0x63C0 || value == 0x6983 || value == 0x6984;
        if (value == 0x9000) {
            REQUIRE(std::holds_alternative<PinVerified>(*outcome));
        } else if (blocked) {
            REQUIRE(std::holds_alternative<PinBlocked>(*outcome));
        } else if (value >= 0x63C1 && value <= 0x63CF) {
            REQUIRE(std::get<PinRejected>(*outcome).tries_left == RetryCounter(value & 0x0FU));
        } else {
            REQUIRE_FALSE(outcome);
            REQUIRE(outcome.error().status_word() == value);
        }
    }
}

TEST_CASE("an exchange that fails is an error, never an outcome, and nothing is sent again") {
    struct Case {
        Result<Bytes> answer;
        ErrorCode code;
    };
    const std::vector<Case> cases{
        {fail(ErrorCode::CardRemoved, "torn"), ErrorCode::CardRemoved},
        {fail(ErrorCode::CardReset, "reset"), ErrorCode::CardReset},
        {fail(ErrorCode::DeadlineExceeded, "late"), ErrorCode::DeadlineExceeded},
        {Bytes{}, ErrorCode::Truncated},
        {Bytes{0x90}, ErrorCode::Truncated},
        {Bytes(200'000, 0x90), ErrorCode::BudgetExceeded},
    };
    for (const Case& each : cases) {
        Conversation conversation(each.answer);
        const auto outcome = conversation.run();
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code() == each.code);
        CHECK(conversation.commands().size() == 2);
    }
}

TEST_CASE("VERIFY goes to the key whose counter was read") {
    test::ScriptedChannel card;
    card.expect("00200080", "63C3").expect("00200080 04 31323334", "9000");
    ApduChannel channel(card, {});
    ExchangeBudget budget(2, 100, Deadline::after(10s));
    auto permit = VerifyPermit::from(
        *query_retry_counter(channel, KeyReference::current_file(), budget), PinPolicy());
    CHECK(verify(channel, pin(), *std::move(permit), budget));
}

TEST_CASE("nothing is sent when the budget is spent") {
    test::ScriptedChannel card;
    card.expect("00200098", "63C3");
    ApduChannel channel(card, {});
    ExchangeBudget budget(1, 100, Deadline::after(10s));
    auto permit = VerifyPermit::from(*query_retry_counter(channel, key, budget), PinPolicy());
    const auto outcome = verify(channel, pin(), *std::move(permit), budget);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code() == ErrorCode::BudgetExceeded);
}

TEST_CASE("a pin that was used already is a broken contract: nothing is sent") {
    CHECK(test::last_words_of([] {
        Pin first = pin();
        const Pin taken = std::move(first);
        test::AnsweringChannel card([](ByteView) { return hex("63C3"); });
        ApduChannel channel(card, {});
        ExchangeBudget budget(9, 100, Deadline::after(10s));
        auto permit = VerifyPermit::from(*query_retry_counter(channel, key, budget), PinPolicy());
        (void)verify(channel, std::move(first), *std::move(permit), budget); // NOLINT
    }));
}
