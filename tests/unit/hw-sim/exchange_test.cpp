#include "hw-sim/link/chip_times.hpp"
#include "hw-sim/link/exchange_list.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::sim;

TEST_CASE("the kind of a command is in its header, and for VERIFY in its length") {
    struct Case {
        Bytes command;
        CommandKind kind;
    };
    const std::vector<Case> cases{
        {{0x00, 0xA4, 0x04, 0x0C, 0x01, 0xD3}, CommandKind::SelectApplication},
        {{0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x18}, CommandKind::SelectFile},
        {{0x00, 0xB0, 0x8A, 0x00, 0x00}, CommandKind::Read},
        {{0x00, 0xB2, 0x01, 0x0C, 0x00}, CommandKind::Read},
        {{0x00, 0xC0, 0x00, 0x00, 0x10}, CommandKind::Read},
        {{0x00, 0xCA, 0x5F, 0x51, 0x00}, CommandKind::Read},
        {{0x00, 0x20, 0x00, 0x80}, CommandKind::AskRetryCounter},
        {{0x00, 0x20, 0x00, 0x80, 0x01, 0x31}, CommandKind::Verify},
        {{0x00, 0x24, 0x01, 0x80, 0x01, 0x31}, CommandKind::ChangeNumber},
        {{0x80, 0x32, 0x00, 0x80, 0x01, 0x31}, CommandKind::ChangeNumber},
        {{0x00, 0x84, 0x00, 0x00, 0x08}, CommandKind::GetChallenge},
        {{0x80, 0x2A, 0x00, 0x80, 0x01, 0x30, 0x00}, CommandKind::PrivateKey},
        {{0x00, 0x88, 0x00, 0x80, 0x01, 0x30, 0x00}, CommandKind::PrivateKey},
        {{0x80, 0xA2, 0x06, 0xC1}, CommandKind::Other},
        {{}, CommandKind::Other},
    };
    for (const Case& c : cases) {
        CAPTURE(to_hex(c.command));
        CHECK(kind_of(exchange_of(c.command, Bytes{0x90, 0x00})) == c.kind);
    }
}

TEST_CASE("an exchange is noted with its header and sizes, and nothing of its data") {
    const Exchange exchange =
        exchange_of(Bytes{0x00, 0x20, 0x00, 0x80, 0x04, 0x31, 0x32, 0x33, 0x34}, Bytes{0x90, 0x00});
    CHECK(to_line(exchange) == "00200080 9 2");
    CHECK(parse_exchange(to_line(exchange)).value() == exchange);
}

TEST_CASE("a malformed line of an exchange list is refused") {
    for (const char* line : {"", "00B08A00", "00B08A00 5", "00B08A00 5 258 9000", "00B08A 5 258",
                             "00B08AXX 5 258", "00B08A00 -5 258"}) {
        CAPTURE(line);
        const auto parsed = parse_exchange(line);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().code() == ErrorCode::SyntaxInvalid);
    }
}

TEST_CASE("an exchange list is read from its file in order") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "exchanges";
    std::ofstream(file) << "00A4040C 15 2\n00B08A00 5 258\n";
    const auto exchanges = read_exchange_list(file);
    REQUIRE(exchanges.has_value());
    CHECK(*exchanges == std::vector<Exchange>{{{0x00, 0xA4, 0x04, 0x0C}, 15, 2},
                                              {{0x00, 0xB0, 0x8A, 0x00}, 5, 258}});
    CHECK(read_exchange_list(folder.path() / "none").error().code() == ErrorCode::FileUnreadable);
}

TEST_CASE(
    "reading takes a chip a fixed time and some for each byte; a slower chip is slower in all") {
    ChipTimes chip;
    chip.read = {Microseconds(1000), Microseconds(3)};
    CHECK(chip.of(CommandKind::Read, 100).count() == Approx(1300));
    CHECK(chip.slower(2).of(CommandKind::Read, 100).count() == Approx(2600));
    CHECK(chip.slower(0).of(CommandKind::PrivateKey, 256).count() == Approx(0));
}
