// The measured behaviours of PC/SC on Debian 12 (docs/pcsc.md), as the channel sees
// them.
#include "tests/unit/drivers/pcsc/fixture.hpp"

using namespace madoguchi;
using namespace madoguchi::test;
using drivers::ScardCode;
using drivers::ScardDisposition;
using drivers::ScardLength;

namespace {

const Bytes select_command = hex("00A4040C00");

struct InTransaction : OneReader {
    InTransaction() : reader(open()), transaction(begin()) {}

    hal::Transaction begin() {
        auto begun = reader->begin(soon());
        REQUIRE(begun);
        return std::move(*begun);
    }

    // The channel is dead: the same error again, and nothing more reaches PC/SC.
    void check_dead_with(ErrorCode code) {
        const auto first = transaction.channel().transmit(select_command, soon());
        REQUIRE_FALSE(first);
        CHECK(first.error().code() == code);
        const int calls = pcsc.calls(ScardFunction::Transmit);
        const auto second = transaction.channel().transmit(select_command, soon());
        REQUIRE_FALSE(second);
        CHECK(second.error().code() == code);
        CHECK(second.error().system_code() == first.error().system_code());
        CHECK(pcsc.calls(ScardFunction::Transmit) == calls);
    }

    void card_behaves(FakeCard card) {
        transaction.end();
        pcsc.remove(reader_name);
        pcsc.insert(reader_name, std::move(card));
        transaction = begin();
    }

    std::unique_ptr<hal::CardReader> reader;
    hal::Transaction transaction;
};

FakeCard card_that_claims(ScardCode code, std::size_t length) {
    return [=](ByteView, std::span<std::uint8_t>) { return ScardLength{code, length}; };
}

} // namespace

TEST_CASE_METHOD(InTransaction, "A command goes out as it is and the whole answer comes back") {
    Bytes seen;
    card_behaves([&](ByteView command, std::span<std::uint8_t> answer) {
        seen = to_bytes(command);
        std::ranges::copy(hex("AABB6282"), answer.begin());
        return ScardLength{ScardCode::Success, 4};
    });
    const auto answer = transaction.channel().transmit(select_command, soon());
    REQUIRE(answer);
    CHECK(*answer == hex("AABB6282"));
    CHECK(seen == select_command);
    CHECK(transaction.answer_to_reset() == hex("3B808001"));
}

TEST_CASE_METHOD(InTransaction, "The longest answer of ISO/IEC 7816-4 fits") {
    card_behaves(card_that_answers(Bytes(65'538, 0x5A)));
    const auto answer = transaction.channel().transmit(select_command, soon());
    REQUIRE(answer);
    CHECK(answer->size() == 65'538);
}

TEST_CASE_METHOD(InTransaction, "Success with fewer than two bytes is a card that left") {
    card_behaves(card_that_claims(ScardCode::Success, GENERATE(0U, 1U)));
    check_dead_with(ErrorCode::CardRemoved);
}

TEST_CASE_METHOD(InTransaction, "Success with more bytes than the buffer holds is refused") {
    card_behaves(card_that_claims(ScardCode::Success, 65'539));
    check_dead_with(ErrorCode::TransportFailed);
}

TEST_CASE_METHOD(InTransaction, "The length means nothing when the call failed") {
    card_behaves(card_that_claims(ScardCode::InsufficientBuffer, GENERATE(0U, 258U, 70'000U)));
    check_dead_with(ErrorCode::TransportFailed);
}

TEST_CASE_METHOD(InTransaction, "A card that left between commands stays away for this channel") {
    pcsc.remove(reader_name);
    SECTION("while it is gone") {
        check_dead_with(ErrorCode::CardRemoved);
    }
    SECTION("when it is back: nothing reconnects") {
        pcsc.insert(reader_name, card_that_answers(hex("9000")));
        check_dead_with(ErrorCode::CardRemoved);
        CHECK(pcsc.calls(ScardFunction::Connect) == 1);
    }
    SECTION("and a new transaction reaches the card that is there") {
        pcsc.insert(reader_name, card_that_answers(hex("6A82")));
        transaction.end();
        transaction = begin();
        CHECK(transaction.channel().transmit(select_command, soon()) == hex("6A82"));
    }
}

TEST_CASE_METHOD(InTransaction, "A reset by another program ends the channel") {
    pcsc.reset(reader_name);
    check_dead_with(ErrorCode::CardReset);
}

TEST_CASE_METHOD(InTransaction, "An unplugged reader ends the channel") {
    pcsc.remove_reader(reader_name);
    check_dead_with(ErrorCode::ReaderLost);
}

TEST_CASE_METHOD(InTransaction,
                 "The daemon's death ends the channel, and its return does not help") {
    pcsc.kill_daemon();
    SECTION("dead") {
        check_dead_with(ErrorCode::ServiceUnavailable);
    }
    SECTION("back") {
        pcsc.start_daemon();
        check_dead_with(ErrorCode::ServiceUnavailable);
        transaction.end();
        transaction = begin();
        CHECK(transaction.channel().transmit(select_command, soon()));
    }
}

TEST_CASE_METHOD(InTransaction, "After the deadline nothing is sent") {
    const auto answer = transaction.channel().transmit(select_command, Deadline::passed());
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code() == ErrorCode::DeadlineExceeded);
    CHECK(pcsc.calls(ScardFunction::Transmit) == 0);
    check_dead_with(ErrorCode::DeadlineExceeded);
}

TEST_CASE_METHOD(InTransaction, "The end takes the card's power unless told otherwise") {
    SECTION("by destruction") {
        { const hal::Transaction ending = std::move(transaction); }
        CHECK(pcsc.dispositions() ==
              std::vector{ScardDisposition::Unpower, ScardDisposition::Unpower});
    }
    SECTION("left powered on request") {
        transaction.end(hal::CardAfterUse::LeavePowered);
        CHECK(pcsc.dispositions() == std::vector{ScardDisposition::Leave, ScardDisposition::Leave});
    }
    CHECK(pcsc.calls(ScardFunction::EndTransaction) == 1);
    CHECK(pcsc.calls(ScardFunction::Disconnect) == 1);
}

TEST_CASE("A transaction may outlive its reader, and everything is closed at the end") {
    OneReader bench;
    {
        auto transaction = bench.open()->begin(soon());
        REQUIRE(transaction);
        CHECK(transaction->channel().transmit(select_command, soon()));
        CHECK_FALSE(bench.pcsc.all_closed());
    }
    CHECK(bench.pcsc.all_closed());
}
