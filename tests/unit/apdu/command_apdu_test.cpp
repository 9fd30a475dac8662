#include "apdu/command_apdu.hpp"
#include "tests/support/ended_process.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

namespace {

constexpr CommandHeader header{0x00, 0xA4, 0x04, 0x0C};
constexpr ApduLimits short_only;
constexpr ApduLimits extended{.extended_length = true};

struct Case {
    const char* name;
    std::size_t data; // bytes of 5A
    std::optional<std::size_t> expected_length;
    std::string_view before_data;
    std::string_view after_data;
};

CommandApdu command_of(const Case& each) {
    return {header, Bytes(each.data, 0x5A), each.expected_length};
}

Bytes bytes_of(const Case& each) {
    return concatenate({hex(each.before_data), Bytes(each.data, 0x5A), hex(each.after_data)});
}

// ISO/IEC 7816-3 clause 12.1.3.
const std::vector<Case> short_cases{
    {"case 1", 0, std::nullopt, "00A4040C", ""},
    {"case 2, Ne 1", 0, 1, "00A4040C 01", ""},
    {"case 2, Ne 255", 0, 255, "00A4040C FF", ""},
    {"case 2, Ne 256 is coded 00", 0, 256, "00A4040C 00", ""},
    {"case 3, Nc 1", 1, std::nullopt, "00A4040C 01", ""},
    {"case 3, Nc 255", 255, std::nullopt, "00A4040C FF", ""},
    {"case 4", 10, 16, "00A4040C 0A", "10"},
    {"case 4, longest", 255, 256, "00A4040C FF", "00"},
};
const std::vector<Case> extended_cases{
    {"case 2, Ne 257", 0, 257, "00A4040C 00 0101", ""},
    {"case 2, Ne 65535", 0, 65535, "00A4040C 00 FFFF", ""},
    {"case 2, Ne 65536 is coded 0000", 0, 65536, "00A4040C 00 0000", ""},
    {"case 3, Nc 256", 256, std::nullopt, "00A4040C 00 0100", ""},
    {"case 3, Nc 65535", 65535, std::nullopt, "00A4040C 00 FFFF", ""},
    {"case 4, long data", 256, 1, "00A4040C 00 0100", "0001"},
    {"case 4, long answer", 1, 257, "00A4040C 00 0001", "0101"},
    {"case 4, longest", 65535, 65536, "00A4040C 00 FFFF", "0000"},
};

} // namespace

TEST_CASE("commands that fit the short form are encoded short, extended length or not") {
    for (const Case& each : short_cases) {
        INFO(each.name);
        CHECK(command_of(each).encode(short_only) == bytes_of(each));
        CHECK(command_of(each).encode(extended) == bytes_of(each));
    }
}

TEST_CASE("commands that need the extended form are encoded so where it is allowed") {
    for (const Case& each : extended_cases) {
        INFO(each.name);
        CHECK(command_of(each).encode(extended) == bytes_of(each));
        const Result<Bytes> refused = command_of(each).encode(short_only);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code() == ErrorCode::TooLarge);
    }
}

TEST_CASE("the card's side decodes what the terminal's side encodes") {
    for (const auto& cases : {short_cases, extended_cases}) {
        for (const Case& each : cases) {
            INFO(each.name);
            const Result<CommandApdu> decoded = CommandApdu::decode(bytes_of(each));
            REQUIRE(decoded);
            CHECK(*decoded == command_of(each));
        }
    }
}

TEST_CASE("lengths that no form can carry are refused") {
    const std::vector<CommandApdu> commands{
        {header, Bytes(65536), std::nullopt},
        {header, {}, 0},
        {header, {}, 65537},
        {header, Bytes(1), 65537},
    };
    for (const CommandApdu& command : commands) {
        const Result<Bytes> refused = command.encode(extended);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code() == ErrorCode::TooLarge);
    }
}

TEST_CASE("a command longer than the reader takes is refused") {
    const CommandApdu command{header, Bytes(300), std::nullopt};
    CHECK(command.encode({.extended_length = true, .longest_command = 307}));
    const Result<Bytes> refused = command.encode({.extended_length = true, .longest_command = 306});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::TooLarge);
}

TEST_CASE("a secret command is header, Lc and data, and no Le") {
    const SecretCommand command({0x00, 0x20, 0x00, 0x98}, SecretBytes(ByteView(hex("31323334"))));
    CHECK(same_bytes(command.reveal_encoded(), hex("00200098 04 31323334")));
    CHECK(command.header() == CommandHeader{0x00, 0x20, 0x00, 0x98});
    const SecretCommand longest(header, SecretBytes(255));
    CHECK(longest.reveal_encoded().size() == 260);
}

TEST_CASE("a secret command without data, which would be a query, is a broken contract") {
    CHECK(test::last_words_of([] { const SecretCommand none(header, SecretBytes()); }));
    CHECK(test::last_words_of([] { const SecretCommand large(header, SecretBytes(256)); }));
}
