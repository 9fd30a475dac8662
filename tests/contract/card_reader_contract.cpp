// The behaviours that every hal::CardReader and its transactions must have.
#include "tests/contract/card_bench.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

const Bytes command = hex("00A4020C020001");

Deadline soon() {
    return Deadline::after(std::chrono::seconds(10));
}

// One bench of each kind in turn, with its reader.
struct Benches {
    Benches() : kind(GENERATE(from_range(card_bench_kinds()))), bench(kind.make()) {
        reader = bench->reader();
    }

    hal::Transaction begin() {
        auto transaction = reader->begin(soon());
        REQUIRE(transaction);
        return std::move(*transaction);
    }

    static void check_answers(hal::Transaction& transaction) {
        const auto answer = transaction.channel().transmit(command, soon());
        REQUIRE(answer);
        CHECK(answer->size() >= 2);
    }

    static void check_fails(hal::Transaction& transaction, ErrorCode code) {
        const auto answer = transaction.channel().transmit(command, soon());
        REQUIRE_FALSE(answer);
        CHECK(name_of(answer.error().code()) == name_of(code));
    }

    CardBenchKind kind;
    std::unique_ptr<CardBench> bench;
    std::unique_ptr<hal::CardReader> reader;
};

} // namespace

TEST_CASE_METHOD(Benches, "Every answer has at least the two bytes of a status word") {
    INFO(kind.name);
    bench->insert();
    auto transaction = begin();
    for (int i = 0; i < 5; ++i) {
        check_answers(transaction);
    }
    CHECK(transaction.answer_to_reset().size() <= 33);
    CHECK(transaction.limits().longest_command >= 261);
    CHECK(transaction.limits().longest_answer >= 258);
}

TEST_CASE_METHOD(Benches, "Without a card nothing begins, and with one it does") {
    INFO(kind.name);
    const auto transaction = reader->begin(soon());
    REQUIRE_FALSE(transaction);
    CHECK(name_of(transaction.error().code()) == "NoCard");
    bench->insert();
    CHECK(reader->begin(soon()));
}

TEST_CASE_METHOD(Benches, "A card that was taken away stays away for its channel") {
    INFO(kind.name);
    bench->insert();
    auto transaction = begin();
    check_answers(transaction);
    bench->remove();
    check_fails(transaction, ErrorCode::CardRemoved);
    check_fails(transaction, ErrorCode::CardRemoved);
    bench->insert(); // the same card or another: who knows
    check_fails(transaction, ErrorCode::CardRemoved);
    transaction.end();
    auto next = begin();
    check_answers(next);
}

TEST_CASE_METHOD(Benches, "A card that leaves in the middle of a command is a removed card") {
    INFO(kind.name);
    bench->insert();
    {
        auto transaction = begin();
        bench->tear_next_command();
        check_fails(transaction, ErrorCode::CardRemoved);
        check_fails(transaction, ErrorCode::CardRemoved);
    }
    bench->insert();
    auto next = begin();
    check_answers(next);
}

TEST_CASE_METHOD(Benches, "A reset by another program ends the channel") {
    INFO(kind.name);
    bench->insert();
    auto transaction = begin();
    if (bench->reset_by_another_program()) {
        check_fails(transaction, ErrorCode::CardReset);
        check_fails(transaction, ErrorCode::CardReset);
    }
}

TEST_CASE_METHOD(Benches, "An unplugged reader ends the channel and begins nothing") {
    INFO(kind.name);
    bench->insert();
    auto transaction = begin();
    if (bench->unplug()) {
        check_fails(transaction, ErrorCode::ReaderLost);
        check_fails(transaction, ErrorCode::ReaderLost);
        transaction.end();
        const auto next = reader->begin(soon());
        REQUIRE_FALSE(next);
        CHECK(name_of(next.error().code()) == "ReaderLost");
    }
}

TEST_CASE_METHOD(Benches, "A passed deadline begins nothing and spoils nothing") {
    INFO(kind.name);
    bench->insert();
    const auto late = reader->begin(Deadline::passed());
    REQUIRE_FALSE(late);
    CHECK(name_of(late.error().code()) == "DeadlineExceeded");
    auto transaction = begin();
    check_answers(transaction);
}

TEST_CASE_METHOD(Benches, "A passed deadline ends the channel before anything is sent") {
    INFO(kind.name);
    bench->insert();
    auto transaction = begin();
    const auto late = transaction.channel().transmit(command, Deadline::passed());
    REQUIRE_FALSE(late);
    CHECK(name_of(late.error().code()) == "DeadlineExceeded");
    check_fails(transaction, ErrorCode::DeadlineExceeded);
}

TEST_CASE_METHOD(Benches, "One transaction follows another, however the first one ended") {
    INFO(kind.name);
    bench->insert();
    SECTION("powered down") {
        auto first = begin();
        check_answers(first);
        first.end(hal::CardAfterUse::PowerDown);
        first.end(hal::CardAfterUse::PowerDown); // once is enough, twice is harmless
    }
    SECTION("left powered") {
        auto first = begin();
        check_answers(first);
        first.end(hal::CardAfterUse::LeavePowered);
    }
    SECTION("destroyed without a command") {
        const auto first = begin();
    }
    SECTION("moved to another place") {
        auto first = begin();
        auto second = std::move(first);
        check_answers(second);
    }
    auto next = begin();
    check_answers(next);
}

TEST_CASE_METHOD(Benches, "The directory names the reader and tells whether a card is there") {
    INFO(kind.name);
    auto* const directory = bench->directory();
    if (directory == nullptr) {
        return;
    }
    const auto is_present = [&] {
        const auto readers = directory->list();
        REQUIRE(readers);
        for (const auto& state : *readers) {
            if (state.name == reader->name()) {
                return state.card_present;
            }
        }
        FAIL("the reader is not listed");
        return false;
    };
    CHECK_FALSE(is_present());
    bench->insert();
    CHECK(is_present());
    CHECK(directory->open(reader->name()));
    const auto missing = directory->open("no such reader");
    REQUIRE_FALSE(missing);
    CHECK(name_of(missing.error().code()) == "NoReader");
}
