#include "apdu/trace/replay_reader.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

namespace {

TraceReplay replay_of(const std::string& exchanges) {
    return TraceReplay(parse_trace("madoguchi trace 1\ntool t\nreader Reader 7\natr 3B00\n"
                                   "limits short 261 258\n" +
                                   exchanges)
                           .value());
}

TraceReplay example() {
    return replay_of("0.000 1.000 00A4040C02A001 -> 9000\n"
                     "1.000 1.000 00200098 secret -> 63C2\n"
                     "2.000 1.000 802A0080[4] -> [2]9000\n"
                     "3.000 1.000 00B0810000 -> lost CardReset\n");
}

} // namespace

TEST_CASE("each command gets the answer of its place, masked values as zeros") {
    TraceReplay replay = example();
    CHECK(replay.answer(hex("00A4040C02A001")) == hex("9000"));
    CHECK(replay.answer(hex("00200098 04 31323334")) == hex("63C2"));
    CHECK(replay.answer(hex("802A0080 02 1234 00")) == hex("00009000"));
    CHECK(replay.answer(hex("00B0810000")).error().code() == ErrorCode::CardReset);
    CHECK_FALSE(replay.divergence());
    CHECK(replay.exchanges_left() == 0);
}

TEST_CASE("a command that is not the recorded one ends the replay") {
    struct Case {
        std::string what, sent, told;
    };
    const auto row = GENERATE(values<Case>({
        {"another", "00B0810000", "exchange 2: recorded 00200098, sent 00B08100 (5 bytes)"},
        {"a counter query in the place of a VERIFY", "00200098",
         "exchange 2: recorded 00200098, sent 00200098 (4 bytes)"},
        {"no command at all", "00", "exchange 2: recorded 00200098, sent 00 (1 bytes)"},
    }));
    CAPTURE(row.what);
    TraceReplay replay = example();
    CHECK(replay.answer(hex("00A4040C02A001")));
    CHECK(replay.answer(hex(row.sent)) == hex("6F00"));
    REQUIRE(replay.divergence());
    CHECK(to_text(*replay.divergence()) == row.told);
    CHECK(replay.answer(hex("0020009804 31323334")) == hex("6F00"));
}

TEST_CASE("the end of the recording is a divergence too, and rewinding heals it") {
    TraceReplay replay = replay_of("0.000 1.000 00A4040C02A001 -> 9000\n");
    CHECK(replay.answer(hex("00A4040C02A001")));
    CHECK(replay.answer(hex("00A4040C02A001")) == hex("6F00"));
    CHECK(to_text(replay.divergence().value()) ==
          "exchange 2: recorded nothing further, sent 00A4040C (7 bytes)");
    replay.rewind();
    CHECK(replay.answer(hex("00A4040C02A001")) == hex("9000"));
    CHECK_FALSE(replay.divergence());
}

TEST_CASE("the replayed reader has the recorded name, limits and answer to reset") {
    TraceReplay replay = example();
    ReplayReader readers(replay);
    const auto listed = readers.list().value();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].card_present);
    CHECK(readers.open("another").error().code() == ErrorCode::NoReader);
    const auto reader = readers.open(listed[0].name).value();
    CHECK(reader->name() == "Reader 7");
    auto transaction = reader->begin(Deadline::after(std::chrono::seconds(1))).value();
    CHECK(transaction.answer_to_reset() == hex("3B00"));
    CHECK_FALSE(transaction.limits().extended_length);
}

TEST_CASE("a replayed channel stays dead after a loss, as any channel does") {
    TraceReplay replay = replay_of("0.000 1.000 00B0810000 -> lost CardRemoved\n"
                                   "1.000 1.000 00B0810000 -> 9000\n");
    ReplayReader readers(replay);
    const auto reader = readers.open("Reader 7").value();
    const Deadline deadline = Deadline::after(std::chrono::seconds(1));
    auto transaction = reader->begin(deadline).value();
    for (int i = 0; i < 2; ++i) {
        const auto answer = transaction.channel().transmit(hex("00B0810000"), deadline);
        CHECK(answer.error().code() == ErrorCode::CardRemoved);
    }
}
