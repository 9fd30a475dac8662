// What only the real daemon can show: its death, its locks, and what it does to long answers.
#include "drivers/pcsc/pcsc_monitor.hpp"
#include "tests/support/scripted_channel.hpp"
#include "tests/system/pcscd_bench.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <future>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;
using enum hal::ReaderChange;

namespace {

const Bytes command = hex("00A4020C020001");

Deadline soon() {
    return Deadline::after(10s);
}

hal::Transaction begin(hal::CardReader& reader) {
    auto transaction = reader.begin(soon());
    REQUIRE(transaction);
    return std::move(*transaction);
}

ErrorCode failure_of(hal::Transaction& transaction) {
    const auto answer = transaction.channel().transmit(command, soon());
    REQUIRE_FALSE(answer);
    return answer.error().code();
}

// True once the monitor reported every change, in this order.
bool reports(hal::CardReaderMonitor& monitor, std::vector<hal::ReaderChange> changes) {
    const auto limit = Deadline::after(15s);
    auto next = changes.begin();
    while (next != changes.end() && !limit.has_passed()) {
        const auto events = monitor.wait(limit);
        REQUIRE(events);
        for (const auto& event : *events) {
            next += next != changes.end() && event.change == *next ? 1 : 0;
        }
    }
    return next == changes.end();
}

} // namespace

TEST_CASE("Answers of every length come through the real daemon whole") {
    PcscdBench bench;
    const std::size_t length = GENERATE(2U, 258U, 259U, 4'096U, 65'535U);
    bench.card_answers([length](ByteView) { return Bytes(length, 0x61); });
    bench.insert();
    auto transaction = begin(*bench.reader());
    const auto answer = transaction.channel().transmit(command, soon());
    REQUIRE(answer);
    CHECK(answer->size() == length);
}

TEST_CASE("An answer of one byte is a card that left") {
    PcscdBench bench;
    bench.card_answers([](ByteView) { return Bytes{0x90}; });
    bench.insert();
    auto transaction = begin(*bench.reader());
    CHECK(failure_of(transaction) == ErrorCode::CardRemoved);
}

TEST_CASE("The answer to reset comes from the card") {
    PcscdBench bench;
    bench.insert();
    CHECK(begin(*bench.reader()).answer_to_reset() == hex("3B8880010000 05E0B381A1007F"));
}

TEST_CASE("The daemon killed in a transaction ends it; back again, the same reader goes on") {
    PcscdBench bench;
    bench.insert();
    const auto reader = bench.reader();
    auto transaction = begin(*reader);
    private_pcscd(GENERATE("kill KILL", "kill TERM"));
    CHECK(failure_of(transaction) == ErrorCode::ServiceUnavailable);
    CHECK(failure_of(transaction) == ErrorCode::ServiceUnavailable);
    transaction.end();
    const auto nothing = reader->begin(soon());
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code() == ErrorCode::ServiceUnavailable);
    private_pcscd("start");
    bench.insert();
    auto next = begin(*reader);
    CHECK(next.channel().transmit(command, soon()));
}

TEST_CASE("The monitor reports the daemon's death and return, and what is there then") {
    PcscdBench bench;
    bench.insert();
    const auto monitor = bench.monitor();
    CHECK(reports(*monitor, {ReaderAdded, CardInserted}));
    auto waiting = std::async(std::launch::async, [&] {
        return reports(*monitor, {CardRemoved, ReaderRemoved, ServiceLost, ServiceRestored,
                                  ReaderAdded, CardInserted});
    });
    private_pcscd("kill");
    std::this_thread::sleep_for(500ms);
    private_pcscd("start");
    bench.insert();
    CHECK(waiting.get());
}

TEST_CASE("Another program's transaction is waited for, and the card is ours after it") {
    PcscdBench bench;
    bench.insert();
    const auto other_reader = bench.reader();
    std::optional<hal::Transaction> other = begin(*other_reader);
    const auto reader = bench.reader();
    auto ours = std::async(std::launch::async, [&] { return reader->begin(soon()); });
    CHECK(ours.wait_for(500ms) == std::future_status::timeout);
    other.reset(); // powers the card down, which resets it for us
    auto transaction = ours.get();
    REQUIRE(transaction);
    CHECK(transaction->channel().transmit(command, soon()));
}

TEST_CASE("A wait that outlasts its deadline begins nothing") {
    PcscdBench bench;
    bench.insert();
    const auto other_reader = bench.reader();
    std::optional<hal::Transaction> other = begin(*other_reader);
    const auto reader = bench.reader();
    auto ours =
        std::async(std::launch::async, [&] { return reader->begin(Deadline::after(100ms)); });
    CHECK(ours.wait_for(300ms) == std::future_status::timeout); // PC/SC cannot be interrupted
    other.reset();
    const auto late = ours.get();
    REQUIRE_FALSE(late);
    CHECK(late.error().code() == ErrorCode::DeadlineExceeded);
    CHECK(reader->begin(soon()));
}

TEST_CASE("A hundred cards leave nothing open") {
    PcscdBench bench;
    const auto open_files = [] {
        return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
    };
    bench.insert();
    const auto reader = bench.reader();
    begin(*reader).end();
    const auto before = open_files();
    for (int i = 0; i < 100; ++i) {
        auto transaction = begin(*reader);
        CHECK(transaction.channel().transmit(command, soon()));
    }
    CHECK(open_files() == before);
}
