#include "apdu/command_apdu.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

TEST_CASE("fewer bytes than a header are truncated") {
    for (const std::string_view bytes : {"", "00", "00B0", "00B000"}) {
        const auto decoded = CommandApdu::decode(hex(bytes));
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code() == ErrorCode::Truncated);
    }
}

TEST_CASE("a body whose Lc, Le and size disagree is refused") {
    const std::vector<std::string_view> cases{
        "00B00000 0000",           // Lc 0, in short form
        "00B00000 02AA",           // data shorter than Lc
        "00B00000 01AA0000",       // short Lc, two bytes of Le
        "00B00000 01AA000000",     // short Lc, extended Le
        "00B00000 00000000",       // extended Lc 0, one byte left
        "00B00000 0000000001",     // extended Lc 0
        "00B00000 000002AA",       // data shorter than extended Lc
        "00B00000 000001AA00",     // extended Lc, short Le
        "00B00000 000001AA000000", // extended Lc, three bytes of Le
    };
    for (const std::string_view bytes : cases) {
        INFO(bytes);
        const auto decoded = CommandApdu::decode(hex(bytes));
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code() == ErrorCode::LengthInvalid);
    }
}

TEST_CASE("extended form is understood also where short would do") {
    const CommandHeader read{0x00, 0xB0, 0x00, 0x00};
    CHECK(CommandApdu::decode(hex("00B00000 000005")) == CommandApdu{read, {}, 5});
    CHECK(CommandApdu::decode(hex("00B00000 000001AA")) == CommandApdu{read, {0xAA}, {}});
    CHECK(CommandApdu::decode(hex("00B00000 000001AA0005")) == CommandApdu{read, {0xAA}, 5});
    CHECK(CommandApdu::decode(hex("00B00000 000001AA0000")) == CommandApdu{read, {0xAA}, 65536});
}

TEST_CASE("cutting a command anywhere gives another command or a refusal, never the same one") {
    const Bytes whole = hex("0020009B 00000A 30313233343536373839 0100");
    const auto command = CommandApdu::decode(whole);
    REQUIRE(command);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto cut = CommandApdu::decode(ByteView(whole).first(size));
        CHECK((!cut || *cut != *command));
    }
}
