#include "tests/unit/drivers/pcsc/fixture.hpp"

#include <filesystem>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::test;
using drivers::ScardCode;

namespace {

ErrorCode failure_of(const Result<hal::Transaction>& begun) {
    REQUIRE_FALSE(begun);
    return begun.error().code();
}

} // namespace

TEST_CASE_METHOD(OneReader, "Readers are listed with the presence of a card") {
    pcsc.add_reader("Reader B");
    drivers::PcscReaderDirectory directory({}, pcsc.table());
    const auto readers = directory.list();
    REQUIRE(readers);
    REQUIRE(readers->size() == 2);
    CHECK(readers->at(0).name == reader_name);
    CHECK(readers->at(0).card_present);
    CHECK(readers->at(1).name == "Reader B");
    CHECK_FALSE(readers->at(1).card_present);
}

TEST_CASE("No reader at all is an empty list, and opening one says so") {
    FakePcsc pcsc;
    drivers::PcscReaderDirectory directory({}, pcsc.table());
    const auto readers = directory.list();
    REQUIRE(readers);
    CHECK(readers->empty());
    const auto reader = directory.open("Reader A");
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code() == ErrorCode::NoReader);
}

TEST_CASE("Without the daemon listing and opening say so, and work once it is there") {
    OneReader bench;
    bench.pcsc.kill_daemon();
    drivers::PcscReaderDirectory directory({}, bench.pcsc.table());
    CHECK(directory.list().error().code() == ErrorCode::ServiceUnavailable);
    CHECK(directory.open(reader_name).error().code() == ErrorCode::ServiceUnavailable);
    bench.pcsc.start_daemon();
    CHECK(directory.list());
    bench.pcsc.kill_daemon();
    bench.pcsc.start_daemon(); // the old context is dead for ever; a new one works at once
    CHECK(directory.list());
}

TEST_CASE_METHOD(OneReader, "Extended length is assumed unless the options say otherwise") {
    CHECK(open()->begin(soon())->limits().extended_length);
    drivers::PcscReaderDirectory directory({hal::TransferLimits{}}, pcsc.table());
    auto reader = directory.open(reader_name);
    REQUIRE(reader);
    CHECK_FALSE((*reader)->begin(soon())->limits().extended_length);
}

TEST_CASE_METHOD(OneReader, "What prevents a beginning is told apart") {
    const auto reader = open();
    SECTION("no card") {
        pcsc.remove(reader_name);
        CHECK(failure_of(reader->begin(soon())) == ErrorCode::NoCard);
    }
    SECTION("reader unplugged") {
        pcsc.remove_reader(reader_name);
        CHECK(failure_of(reader->begin(soon())) == ErrorCode::ReaderLost);
    }
    SECTION("card without an answer to reset") {
        pcsc.fail(ScardCode::UnresponsiveCard, ScardFunction::Connect);
        CHECK(failure_of(reader->begin(soon())) == ErrorCode::CardMute);
    }
    SECTION("exclusive use by another program") {
        pcsc.fail(ScardCode::SharingViolation, ScardFunction::Connect);
        CHECK(failure_of(reader->begin(soon())) == ErrorCode::ReaderBusy);
    }
    SECTION("a policy that refuses this user") {
        pcsc.fail(ScardCode::SecurityViolation, ScardFunction::Connect);
        CHECK(failure_of(reader->begin(soon())) == ErrorCode::AccessDenied);
    }
    SECTION("daemon not running") {
        pcsc.kill_daemon();
        CHECK(failure_of(reader->begin(soon())) == ErrorCode::ServiceUnavailable);
    }
    SECTION("deadline passed before the first call") {
        CHECK(failure_of(reader->begin(Deadline::passed())) == ErrorCode::DeadlineExceeded);
        CHECK(pcsc.calls(ScardFunction::Connect) == 0);
    }
    SECTION("a card taken between connecting and beginning") {
        pcsc.before(ScardFunction::BeginTransaction, [this] { pcsc.remove(reader_name); });
        CHECK(failure_of(reader->begin(soon())) == ErrorCode::NoCard);
    }
    CHECK(pcsc.calls(ScardFunction::Transmit) == 0);
}

TEST_CASE_METHOD(OneReader, "A call that blocked past the deadline begins nothing") {
    using namespace std::chrono_literals;
    const auto reader = open();
    const auto blocking = GENERATE(ScardFunction::Connect, ScardFunction::BeginTransaction);
    pcsc.before(blocking, [] { std::this_thread::sleep_for(30ms); });
    CHECK(failure_of(reader->begin(Deadline::after(10ms))) == ErrorCode::DeadlineExceeded);
    CHECK(pcsc.calls(ScardFunction::Disconnect) == 1);
}

TEST_CASE_METHOD(OneReader, "A reset before the card is ours costs only another attempt") {
    const auto reader = open();
    SECTION("once") {
        pcsc.fail(ScardCode::ResetCard, ScardFunction::BeginTransaction, 1);
        CHECK(reader->begin(soon()));
    }
    SECTION("again and again") {
        pcsc.fail(ScardCode::ResetCard, ScardFunction::BeginTransaction);
        CHECK(failure_of(reader->begin(soon())) == ErrorCode::ReaderBusy);
        CHECK(pcsc.calls(ScardFunction::Connect) == 3);
    }
}

TEST_CASE_METHOD(OneReader, "An impossible answer to reset is refused") {
    auto lying = std::make_shared<drivers::ScardTable>(*pcsc.table());
    lying->status = [](auto, auto) { return drivers::ScardLength{ScardCode::Success, 34}; };
    drivers::PcscReaderDirectory directory({}, lying);
    auto reader = directory.open(reader_name);
    REQUIRE(reader);
    CHECK(failure_of((*reader)->begin(soon())) == ErrorCode::TransportFailed);
}

TEST_CASE_METHOD(OneReader, "An answer to reset is taken as it is, of any length there can be") {
    const std::size_t length = GENERATE(0U, 1U, 2U, 33U);
    auto odd = std::make_shared<drivers::ScardTable>(*pcsc.table());
    odd->status = [length](auto, std::span<std::uint8_t> buffer) {
        std::ranges::fill(buffer.first(length), std::uint8_t{0xFF});
        return drivers::ScardLength{ScardCode::Success, length};
    };
    drivers::PcscReaderDirectory directory({}, odd);
    const auto transaction = directory.open(reader_name).value()->begin(soon());
    REQUIRE(transaction);
    CHECK(transaction->answer_to_reset() == Bytes(length, 0xFF));
}

TEST_CASE("The daemon killed and back between two patients needs nobody's help") {
    OneReader bench;
    {
        const auto reader = bench.open();
        CHECK(reader->begin(soon()));
        for (int i = 0; i < 100; ++i) {
            bench.pcsc.kill_daemon();
            bench.pcsc.start_daemon();
            CHECK(reader->begin(soon()));
        }
    }
    CHECK(bench.pcsc.all_closed());
    CHECK(bench.pcsc.calls(ScardFunction::ReleaseContext) ==
          bench.pcsc.calls(ScardFunction::EstablishContext));
}

TEST_CASE("Ten thousand cards put down, read and taken leave nothing open") {
    OneReader bench;
    const auto entries = [](const char* folder) {
        return std::distance(std::filesystem::directory_iterator(folder), {});
    };
    {
        const auto reader = bench.open();
        const auto files = entries("/proc/self/fd");
        const auto threads = entries("/proc/self/task");
        for (int card = 0; card < 10'000; ++card) {
            auto transaction = reader->begin(soon());
            REQUIRE(transaction);
            if (card % 3 == 0) { // taken too early
                bench.pcsc.remove(reader_name);
            }
            REQUIRE(transaction->channel().transmit(hex("00A4040C00"), soon()).has_value() ==
                    (card % 3 != 0));
            transaction->end();
            bench.pcsc.remove(reader_name);
            bench.pcsc.insert(reader_name, card_that_answers(hex("9000")));
        }
        CHECK(entries("/proc/self/fd") == files);
        CHECK(entries("/proc/self/task") == threads);
    }
    CHECK(bench.pcsc.all_closed());
    CHECK(bench.pcsc.calls(ScardFunction::Connect) == bench.pcsc.calls(ScardFunction::Disconnect));
}
