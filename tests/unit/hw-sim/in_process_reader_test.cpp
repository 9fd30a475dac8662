#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;
using hal::ReaderChange;

namespace {

Deadline soon() {
    return Deadline::after(5s);
}

ErrorCode code_of(const Result<Bytes>& result) {
    return result ? ErrorCode::Internal : result.error().code();
}

std::vector<ReaderChange> changes(hal::CardReaderMonitor& monitor) {
    const auto events = monitor.wait(Deadline::after(50ms)).value();
    std::vector<ReaderChange> all;
    for (const auto& event : events) {
        all.push_back(event.change);
    }
    return all;
}

} // namespace

TEST_CASE("a card in the reader answers; without one there is nothing to begin with") {
    sim::InProcessReader bench;
    const auto reader = bench.open(bench.name()).value();
    CHECK(reader->begin(soon()).error().code() == ErrorCode::NoCard);
    bench.insert(card_of("p02"));
    CHECK(bench.list().value().at(0).card_present);
    auto transaction = reader->begin(soon()).value();
    CHECK(to_hex(transaction.answer_to_reset()) == "3B888001000005E0B381A1007F");
    CHECK(to_hex(transaction.channel().transmit(hex(select_jpki), soon()).value()) == "9000");
    CHECK(bench.open("another reader").error().code() == ErrorCode::NoReader);
}

TEST_CASE("a card taken out stays out for its transaction, also when it comes back") {
    sim::InProcessReader bench;
    const auto card = card_of("p02");
    bench.insert(card);
    auto transaction = bench.open(bench.name()).value()->begin(soon()).value();
    bench.remove();
    CHECK(code_of(transaction.channel().transmit(hex("00A40000"), soon())) ==
          ErrorCode::CardRemoved);
    bench.insert(card);
    CHECK(code_of(transaction.channel().transmit(hex("00A40000"), soon())) ==
          ErrorCode::CardRemoved);
    transaction.end();
    CHECK(bench.open(bench.name()).value()->begin(soon()).has_value());
}

TEST_CASE("a card can be pulled after a set number of exchanges") {
    sim::InProcessReader bench;
    bench.insert(card_of("p02"));
    bench.remove_after(2);
    auto transaction = bench.open(bench.name()).value()->begin(soon()).value();
    CHECK(transaction.channel().transmit(hex(select_jpki), soon()).has_value());
    CHECK(transaction.channel().transmit(hex("00B0880000"), soon()).has_value());
    CHECK(code_of(transaction.channel().transmit(hex("00B0880000"), soon())) ==
          ErrorCode::CardRemoved);
    CHECK_FALSE(bench.list().value().at(0).card_present);
}

TEST_CASE("power-down at the end forgets the verified number, leaving it powered does not") {
    sim::InProcessReader bench;
    const auto card = card_of("p02");
    bench.insert(card);
    const auto reader = bench.open(bench.name()).value();
    const auto status_after = [&](hal::CardAfterUse after) {
        auto transaction = reader->begin(soon()).value();
        REQUIRE(status_of(*card, select_jpki) == "9000");
        REQUIRE(verify(*card, 0x1B, "SIMCARD02") == "9000");
        transaction.end(after);
        return status_of(*card, "00B0810001");
    };
    CHECK(status_after(hal::CardAfterUse::LeavePowered) == "9000");
    CHECK(status_after(hal::CardAfterUse::PowerDown) == "6A82");
}

TEST_CASE("one transaction at a time: a second waits until its deadline") {
    sim::InProcessReader bench;
    bench.insert(card_of("p02"));
    const auto reader = bench.open(bench.name()).value();
    auto first = reader->begin(soon()).value();
    CHECK(reader->begin(Deadline::after(20ms)).error().code() == ErrorCode::DeadlineExceeded);
    first.end();
    CHECK(reader->begin(soon()).has_value());
}

TEST_CASE("an unplugged reader is lost to its channels and gone from the list") {
    sim::InProcessReader bench;
    bench.insert(card_of("p02"));
    const auto reader = bench.open(bench.name()).value();
    auto transaction = reader->begin(soon()).value();
    bench.unplug();
    CHECK(code_of(transaction.channel().transmit(hex("00A40000"), soon())) ==
          ErrorCode::ReaderLost);
    CHECK(bench.list().value().empty());
    CHECK(reader->begin(soon()).error().code() == ErrorCode::ReaderLost);
}

TEST_CASE("a command whose time is over is not sent, and the channel is dead after") {
    sim::InProcessReader bench;
    const auto card = card_of("p02");
    bench.insert(card);
    auto transaction = bench.open(bench.name()).value()->begin(soon()).value();
    CHECK(code_of(transaction.channel().transmit(hex("00A40000"), Deadline::passed())) ==
          ErrorCode::DeadlineExceeded);
    CHECK(code_of(transaction.channel().transmit(hex("00A40000"), soon())) ==
          ErrorCode::DeadlineExceeded);
    CHECK(card->observations().commands == 0);
}

TEST_CASE("the monitor tells what is there, then what changes, then nothing") {
    sim::InProcessReader bench;
    const auto monitor = bench.monitor();
    CHECK(changes(*monitor) == std::vector{ReaderChange::ReaderAdded});
    bench.insert(card_of("p02"));
    CHECK(changes(*monitor) == std::vector{ReaderChange::CardInserted});
    CHECK(changes(*monitor).empty());
    bench.insert(card_of("p03")); // swapped between two looks
    CHECK(changes(*monitor) == std::vector{ReaderChange::CardRemoved, ReaderChange::CardInserted});
    bench.unplug();
    CHECK(changes(*monitor) == std::vector{ReaderChange::CardRemoved, ReaderChange::ReaderRemoved});
}

TEST_CASE("a waiting monitor is woken by a change and by cancel") {
    sim::InProcessReader bench;
    const auto monitor = bench.monitor();
    REQUIRE(changes(*monitor).size() == 1);
    {
        const std::jthread hand([&bench] { bench.insert(card_of("p02")); });
        CHECK(monitor->wait(soon()).value().size() == 1);
    }
    const std::jthread hand([&monitor] { monitor->cancel(); });
    CHECK(monitor->wait(soon()).value().empty());
}
