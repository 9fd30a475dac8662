#include "apdu/apdu_channel.hpp"
#include "tests/support/answering_channel.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;
using test::AnsweringChannel;
using test::hex;
using test::ScriptedChannel;

namespace {

const CommandApdu read_command = command::read_binary(0, 256);
const CommandApdu select_command = command::select_file(FileId(0x0001));

ExchangeBudget budget_of(std::size_t rounds, std::size_t bytes = 1'000'000) {
    return {rounds, bytes, Deadline::after(10s)};
}

ErrorCode error_of(const Result<ResponseApdu>& result) {
    REQUIRE_FALSE(result);
    return result.error().code();
}

} // namespace

TEST_CASE("61xx is followed by GET RESPONSE until all data are there") {
    ScriptedChannel card;
    card.expect("00B0000000", "0102 6100")
        .expect("00C0000000", "0304 6102")
        .expect("00C0000002", "0506 9000");
    ApduChannel channel(card, {});
    ExchangeBudget budget = budget_of(3);
    const auto response = channel.exchange(read_command, budget);
    REQUIRE(response);
    CHECK(response->data() == hex("010203040506"));
    CHECK(response->status().is_success());
}

TEST_CASE("GET RESPONSE after a proprietary command is of the interindustry class") {
    ScriptedChannel card;
    card.expect("802A0080 01AA 00", "6101").expect("00C0000001", "BB 9000");
    ApduChannel channel(card, {});
    ExchangeBudget budget = budget_of(3);
    const auto response = channel.exchange({{0x80, 0x2A, 0x00, 0x80}, {0xAA}, 256}, budget);
    REQUIRE(response);
    CHECK(response->data() == Bytes{0xBB});
}

TEST_CASE("6Cxx is followed by one re-issue with the length it names") {
    SECTION("then the card is content") {
        ScriptedChannel card;
        card.expect("00B0000000", "6C02").expect("00B0000002", "0102 9000");
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(3);
        CHECK(channel.exchange(read_command, budget)->data() == hex("0102"));
    }
    SECTION("6C00 means 256") {
        ScriptedChannel card;
        card.expect("00B0000010", "6C00").expect("00B0000000", "9000");
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(3);
        CHECK(channel.exchange(command::read_binary(0, 16), budget));
    }
    SECTION("then more data wait") {
        ScriptedChannel card;
        card.expect("00B0000000", "6C02")
            .expect("00B0000002", "6102")
            .expect("00C0000002", "0102 9000");
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(3);
        CHECK(channel.exchange(read_command, budget)->data() == hex("0102"));
    }
    SECTION("a second 6Cxx comes back as a value: no third try") {
        ScriptedChannel card;
        card.expect("00B0000000", "6C02").expect("00B0000002", "6C03");
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(9);
        CHECK(channel.exchange(read_command, budget)->status() == StatusWord(0x6C03));
    }
}

TEST_CASE("a command without Le is not given one by 6Cxx") {
    ScriptedChannel card;
    card.expect("00A4020C 020001", "6C10");
    ApduChannel channel(card, {});
    ExchangeBudget budget = budget_of(9);
    CHECK(channel.exchange(select_command, budget)->status() == StatusWord(0x6C10));
}

TEST_CASE("exchange_once is one exchange, whatever the card answers") {
    for (const std::string_view answer : {"6100", "6110", "6C10", "6C00", "9000", "63C2"}) {
        ScriptedChannel card;
        card.expect("00B0000000", answer);
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(9);
        CHECK(channel.exchange_once(read_command, budget)->encode() == hex(answer));
    }
}

TEST_CASE("a card that promises more data for ever is stopped") {
    SECTION("by rounds") {
        AnsweringChannel card([](ByteView) { return hex("AA 6100"); });
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(100);
        CHECK(error_of(channel.exchange(read_command, budget)) == ErrorCode::BudgetExceeded);
        CHECK(card.commands().size() == 100);
    }
    SECTION("by bytes") {
        AnsweringChannel card([](ByteView) { return concatenate({Bytes(256), hex("6100")}); });
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(1'000'000, 10'000);
        CHECK(error_of(channel.exchange(read_command, budget)) == ErrorCode::BudgetExceeded);
        CHECK(card.commands().size() == 39); // 39 * 258 > 10 000
    }
    SECTION("by time") {
        AnsweringChannel card([](ByteView) { return hex("AA 6100"); });
        ApduChannel channel(card, {});
        ExchangeBudget budget(SIZE_MAX, SIZE_MAX, Deadline::after(20ms));
        CHECK(error_of(channel.exchange(read_command, budget)) == ErrorCode::DeadlineExceeded);
    }
    SECTION("at once when it sends none") {
        ScriptedChannel card;
        card.expect("00B0000000", "61FF").expect("00C00000FF", "61FF");
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(100);
        CHECK(error_of(channel.exchange(read_command, budget)) == ErrorCode::NoProgress);
    }
}

TEST_CASE("what stops GET RESPONSE comes back with the data that came before") {
    ScriptedChannel card;
    card.expect("00B0000000", "0102 6110").expect("00C0000010", "6F00");
    ApduChannel channel(card, {});
    ExchangeBudget budget = budget_of(9);
    const auto response = channel.exchange(read_command, budget);
    REQUIRE(response);
    CHECK(response->status() == status::no_precise_diagnosis);
    CHECK(response->data() == hex("0102"));
}

TEST_CASE("fewer than two bytes are refused, and so is every failure below") {
    for (const Bytes& torn : {Bytes{}, Bytes{0x90}}) {
        AnsweringChannel card([&](ByteView) { return torn; });
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(9);
        CHECK(error_of(channel.exchange(read_command, budget)) == ErrorCode::Truncated);
    }
    for (const ErrorCode code : {ErrorCode::CardRemoved, ErrorCode::CardReset,
                                 ErrorCode::ReaderLost, ErrorCode::DeadlineExceeded}) {
        ScriptedChannel card;
        card.expect("00B0000000", "01 6102").expect_failure("00C0000002", code);
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(9);
        CHECK(error_of(channel.exchange(read_command, budget)) == code);
    }
}

TEST_CASE("nothing is sent when the budget is spent or the command cannot be encoded") {
    ScriptedChannel card;
    ApduChannel channel(card, {});
    ExchangeBudget spent = budget_of(0);
    CHECK(error_of(channel.exchange(read_command, spent)) == ErrorCode::BudgetExceeded);
    ExchangeBudget late(9, 1000, Deadline::passed());
    CHECK(error_of(channel.exchange(read_command, late)) == ErrorCode::DeadlineExceeded);
    ExchangeBudget budget = budget_of(9);
    CHECK(error_of(channel.exchange(command::read_binary(0, 257), budget)) == ErrorCode::TooLarge);
    CHECK(budget.rounds_left() == 9);
}

TEST_CASE("status words that are not about length come back unchanged, all of them") {
    for (unsigned value = 0; value <= 0xFFFF; ++value) {
        const StatusWord status(static_cast<std::uint16_t>(value));
        if (status.has_more_data() || status.has_exact_length()) {
            continue;
        }
        std::size_t sent = 0;
        AnsweringChannel card([&](ByteView) {
            ++sent;
            return Bytes{status.sw1(), status.sw2()};
        });
        ApduChannel channel(card, {});
        ExchangeBudget budget = budget_of(2);
        const auto response = channel.exchange(read_command, budget);
        REQUIRE((response && response->status() == status && sent == 1));
    }
}

TEST_CASE("a card may refuse the extended form in other words than 6700, and is asked again") {
    constexpr ApduLimits extended{.extended_length = true};
    const auto refusal =
        GENERATE(values<std::string>({"6700", "6883", "6884", "6C03", "6D00", "6E00", "6F00"}));
    INFO(refusal);
    ScriptedChannel card;
    card.expect("00B00000 000003", refusal)
        .expect("00B0000003", "010203 9000")
        .expect("00B0000003", "010203 9000");
    ApduChannel channel(card, extended);
    ExchangeBudget budget = budget_of(3);
    CHECK(channel.exchange(command::read_binary(0, 3), budget)->data() == hex("010203"));
    CHECK_FALSE(channel.limits().extended_length);
    CHECK(channel.exchange(command::read_binary(0, 3), budget)->data() == hex("010203"));
}

TEST_CASE("a refusal that the short form gets too says nothing about the form") {
    constexpr ApduLimits extended{.extended_length = true};
    const auto refusal = GENERATE(values<std::string>({"6883", "6D00", "6E00", "6F00"}));
    ScriptedChannel card;
    card.expect("00B00000 000003", refusal).expect("00B0000003", refusal);
    ApduChannel channel(card, extended);
    ExchangeBudget budget = budget_of(9);
    CHECK(channel.exchange(command::read_binary(0, 3), budget)->encode() == hex(refusal));
    CHECK(channel.limits().extended_length);
}

TEST_CASE("a refusal that is about the file is not asked for again in another form") {
    constexpr ApduLimits extended{.extended_length = true};
    const auto refusal = GENERATE(values<std::string>({"6982", "6A82", "6A86", "6B00", "6282"}));
    ScriptedChannel card;
    card.expect("00B00000 000003", refusal);
    ApduChannel channel(card, extended);
    ExchangeBudget budget = budget_of(9);
    CHECK(channel.exchange(command::read_binary(0, 3), budget)->encode() == hex(refusal));
    CHECK(channel.limits().extended_length);
}
