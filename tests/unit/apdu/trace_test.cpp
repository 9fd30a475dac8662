#include "apdu/pin.hpp"
#include "apdu/trace.hpp"
#include "apdu/transparent_file.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <type_traits>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;
using test::hex;
using test::ScriptedChannel;

// A record of fixed size has no room for data, and no one can add any by accident.
static_assert(std::is_trivially_copyable_v<ExchangeRecord>);

namespace {

ExchangeRecord record(std::size_t bytes_out, std::size_t bytes_in) {
    return {{0x00, 0xB0, 0x8A, 0x00}, bytes_out, bytes_in, status::success, 12'300us};
}

} // namespace

TEST_CASE("a record is one line of header, lengths, status word and time") {
    CHECK(to_line(record(5, 258)) == "00 B0 8A 00 | out 5 | in 258 | 9000 | 12.3 ms");
    ExchangeRecord failed = record(5, 0);
    failed.status.reset();
    CHECK(to_line(failed) == "00 B0 8A 00 | out 5 | in 0 | ---- | 12.3 ms");
}

TEST_CASE("the log keeps the newest records and all sums") {
    TraceLog log(2);
    for (std::size_t i = 1; i <= 3; ++i) {
        log.on_exchange(record(i, 10 * i));
    }
    REQUIRE(log.records().size() == 2);
    CHECK(log.records().front().bytes_out == 2);
    CHECK(log.exchanges() == 3);
    CHECK(log.bytes_out() == 6);
    CHECK(log.bytes_in() == 60);

    TraceLog sums(0);
    sums.on_exchange(record(1, 2));
    CHECK(sums.records().empty());
    CHECK(sums.exchanges() == 1);
}

TEST_CASE("every exchange is traced, also those below exchange and those that fail") {
    ScriptedChannel card;
    card.expect("00B0810000", "6103")
        .expect("00C0000003", "3001AA9000")
        .expect_failure("0084000008", ErrorCode::CardRemoved);
    TraceLog log;
    ApduChannel channel(card, {}, &log);
    ExchangeBudget budget(9, 1000, Deadline::after(10s));
    CHECK(read_object_file(channel, {ShortFileId(1), 256, 10}, budget));
    CHECK_FALSE(channel.exchange(command::get_challenge(8), budget));

    REQUIRE(log.records().size() == 3);
    CHECK(log.records()[0].status == StatusWord(0x6103));
    CHECK(log.records()[1].header == CommandHeader{0x00, 0xC0, 0x00, 0x00});
    CHECK(log.records()[1].bytes_in == 5);
    CHECK_FALSE(log.records()[2].status);
    CHECK(log.records()[2].bytes_in == 0);
    CHECK(log.bytes_out() == 15);
    CHECK(log.bytes_in() == 7);
}

TEST_CASE("the trace of a secret tells neither the secret nor its length") {
    ScriptedChannel card;
    card.expect("00200098", "63C3").expect("0020009804 31323334", "9000");
    TraceLog log;
    ApduChannel channel(card, {}, &log);
    ExchangeBudget budget(9, 1000, Deadline::after(10s));
    const KeyReference key = KeyReference::in_file(ShortFileId(0x18));
    auto reading = query_retry_counter(channel, key, budget);
    REQUIRE(reading);
    auto permit = VerifyPermit::from(std::move(*reading), PinPolicy());
    auto pin = Pin::from_digits(SecretBytes(ByteView(hex("31323334"))), 4, 4);
    REQUIRE((permit && pin));
    CHECK(verify(channel, std::move(*pin), std::move(*permit), budget));

    REQUIRE(log.records().size() == 2);
    CHECK(log.records()[1].bytes_out == 0);
    CHECK_THAT(to_line(log.records()[1]), Catch::StartsWith("00 20 00 98 | out 0 | in 2 | 9000"));
}
