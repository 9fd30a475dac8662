#include "apdu/trace/masked_bytes.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

namespace {

constexpr std::size_t room = 100;

MaskedBytes parsed(std::string_view text) {
    return MaskedBytes::parse(text, room).value();
}

} // namespace

TEST_CASE("masked bytes are written as their number and read back the same") {
    MaskedBytes bytes;
    bytes.append(hex("7F4E04"));
    bytes.append_masked(2);
    bytes.append_masked(2);
    bytes.append(hex("9000"));
    CHECK(bytes.to_text() == "7F4E04[4]9000");
    CHECK(parsed(bytes.to_text()) == bytes);
    CHECK(bytes.bytes() == hex("7F4E04 00000000 9000"));
    CHECK(bytes.is_masked(3));
    CHECK_FALSE(bytes.is_masked(7));
}

TEST_CASE("bytes could be the recorded ones when length and shown values agree") {
    const MaskedBytes recorded = parsed("00B0[2]00");
    CHECK(recorded.could_be(hex("00B0FFFF00")));
    CHECK_FALSE(recorded.could_be(hex("00B0FFFF01")));
    CHECK_FALSE(recorded.could_be(hex("00B0FFFF")));
}

TEST_CASE("text that is no bytes is refused") {
    const auto text = GENERATE(as<std::string>(), "0", "0G", "[", "[]", "[0]", "[-1]", "[1", "[x]",
                               "00 00", "]", "[1]]", "0x00", "[99999999999999999999]");
    CAPTURE(text);
    const auto result = MaskedBytes::parse(text, room);
    REQUIRE_FALSE(result);
    CHECK(result.error().code() == ErrorCode::SyntaxInvalid);
}

TEST_CASE("brackets promise no more than there is room for") {
    CHECK(MaskedBytes::parse("[100]", room));
    CHECK(MaskedBytes::parse("[101]", room).error().code() == ErrorCode::TooLarge);
    CHECK(MaskedBytes::parse("[100]00", room).error().code() == ErrorCode::TooLarge);
    CHECK(MaskedBytes::parse("[18446744073709551615]", room).error().code() == ErrorCode::TooLarge);
}
