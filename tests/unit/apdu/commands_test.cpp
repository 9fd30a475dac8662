#include "apdu/command_apdu.hpp"
#include "tests/support/ended_process.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

namespace {

constexpr Aid aid{std::array<std::uint8_t, 5>{0xF0, 0x01, 0x02, 0x03, 0x04}};

} // namespace

TEST_CASE("commands are the bytes that the standard gives them") {
    struct Case {
        CommandApdu command;
        std::string_view bytes;
    };
    const std::vector<Case> cases{
        {command::select_application(aid), "00A4040C 05 F001020304"},
        {command::select_file(FileId(0x001B)), "00A4020C 02 001B"},
        {command::read_binary(0, 256), "00B00000 00"},
        {command::read_binary(0x7FFF, 1), "00B07FFF 01"},
        {command::read_binary(0x0102, 65536), "00B00102 000000"},
        {command::read_binary(ShortFileId(0x0A), 0, 256), "00B08A00 00"},
        {command::read_binary(ShortFileId(30), 255, 16), "00B09EFF 10"},
        {command::read_record(ShortFileId(6), 1, 256), "00B20134 00"},
        {command::get_data(0x00F0, 256), "00CA00F0 00"},
        {command::get_data(0x5F51, 32), "00CA5F51 20"},
        {command::get_challenge(8), "00840000 08"},
        {command::get_response(256), "00C00000 00"},
    };
    for (const Case& each : cases) {
        CHECK(each.command.encode({.extended_length = true}) == hex(each.bytes));
    }
}

TEST_CASE("offsets and lengths outside the command's fields are broken contracts") {
    using test::last_words_of;
    CHECK(last_words_of([] { (void)command::read_binary(0x8000, 1); }));
    CHECK(last_words_of([] { (void)command::read_binary(0, 0); }));
    CHECK(last_words_of([] { (void)command::read_binary(0, 65537); }));
    CHECK(last_words_of([] { (void)command::read_binary(ShortFileId(1), 256, 1); }));
    CHECK(last_words_of([] { (void)command::get_response(0); }));
}
