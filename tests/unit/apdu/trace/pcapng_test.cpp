#include "apdu/trace/pcapng.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

namespace {

constexpr Aid application{std::array<std::uint8_t, 5>{0xA0, 0, 0, 0, 1}};
constexpr std::array names{NamedApplication{application, "example"}};

TracedExchange exchange(const std::string& line) {
    return parse_trace(
               "madoguchi trace 1\ntool t\nreader r\natr \nlimits short 261 258\n0.001 1.000 " +
               line + "\n")
        .value()
        .exchanges.front();
}

} // namespace

TEST_CASE("commands and outcomes in words") {
    struct Case {
        std::string line, command, outcome;
    };
    const auto row = GENERATE(values<Case>({
        {"00A4040C05A000000001 -> 9000", "SELECT application example", "9000 success"},
        {"00A4040C05A000000002 -> 6A82", "SELECT application A000000002", "6A82 not found"},
        {"00A4020C020018 -> 9000", "SELECT file 0018", "9000 success"},
        {"00A4040C[3] -> 6700", "SELECT application ", "6700 wrong length"},
        {"00B0820000 -> 6105", "READ BINARY file 02 from 0", "6105 more data wait"},
        {"00B0010000 -> 6C05", "READ BINARY from 256", "6C05 ask again with the exact length"},
        {"00B2010C00 -> 6A83", "READ RECORD 1 of file 01", "6A83 record not found"},
        {"00CA9F7F00 -> 6A88", "GET DATA 9F7F", "6A88 key or object not found"},
        {"00200098 -> 63C2", "VERIFY without number: tries left?", "63C2 2 tries left"},
        {"00200098 secret -> 6984", "VERIFY (number withheld)", "6984 key is blocked"},
        {"802A0080[4] -> 6982", "COMPUTE DIGITAL SIGNATURE", "6982 needs a number first"},
        {"80500000 -> 1234", "instruction 80 50", "1234 not explained here"},
        {"0084000008 -> lost CardRemoved", "GET CHALLENGE", "lost: CardRemoved"},
    }));
    CHECK(command_in_words(exchange(row.line), names) == row.command);
    CHECK(outcome_in_words(exchange(row.line)) == row.outcome);
}

TEST_CASE("a capture has a section, an interface of link type 264 and one packet each way") {
    Trace trace;
    trace.exchanges = {exchange("0084000008 -> [2]9000"), exchange("0084000008 -> lost CardReset")};
    const Bytes capture = to_pcapng(trace, names);
    const Bytes head = hex("0A0D0D0A 1C000000 4D3C2B1A 01000000 FFFFFFFFFFFFFFFF 1C000000"
                           "01000000 14000000 08010000 00000000 14000000");
    REQUIRE(capture.size() > head.size());
    CHECK(same_bytes(ByteView(capture).first(head.size()), head));

    const auto find = [&capture](const Bytes& part) {
        return std::search(capture.begin(), capture.end(), part.begin(), part.end()) !=
               capture.end();
    };
    CHECK(find(hex("00FA0006 02 0084000008")));
    CHECK(find(hex("00FB0005 02 00009000")));
    CHECK(find(hex("00FA0006 03 0084000008")));
    CHECK(find(to_bytes(as_bytes("GET CHALLENGE, lost: CardReset"))));
}
