#include "hal/base/printable.hpp"

#include <catch2/catch.hpp>

#include <vector>

using madoguchi::printable;

namespace {

struct Case {
    std::string_view text;
    std::string_view clean;
};

} // namespace

TEST_CASE("what can be shown stays as it is") {
    for (const std::string_view text :
         {"", "ACS ACR1252 [ICC] (0) 00 00", "/home/受付/設定.toml", "\xF0\xA9\xB8\xBD"}) {
        CHECK(printable(text, 200) == text);
    }
}

TEST_CASE("control characters, quotes and broken UTF-8 become question marks, byte by byte") {
    const std::vector<Case> cases{
        {std::string_view("a\0b", 3), "a?b"},
        {"a\nb\rc\td", "a?b?c?d"},
        {"\x1B[2J", "?[2J"}, // escape sequence
        {"\x7F", "?"},       // DEL
        {"\xC2\x9B"
         "2J",
         "??2J"},                     // C1 control
        {"say \"x\"", "say ?x?"},     // would end a quoted value
        {"\x9B", "?"},                // stray continuation byte
        {"\xE7\xAA", "??"},           // cut character
        {"\xC0\xAF", "??"},           // overlong
        {"\xE0\x9F\xBF", "???"},      // overlong
        {"\xED\xA0\x80", "???"},      // surrogate
        {"\xF4\x90\x80\x80", "????"}, // above 10FFFF
        {"\xF0\x90\x80z", "???z"},    // third continuation byte missing
        {"\xFF\xFE", "??"},           // never in UTF-8
        {"\xE7\xAA\x93\xE7", "\xE7\xAA\x93?"},
    };
    for (const Case& each : cases) {
        CHECK(printable(each.text, 200) == each.clean);
    }
}

TEST_CASE("a character that goes on behind the end of the text is not completed from there") {
    CHECK(printable(std::string_view("窓口", 5), 200) == "窓??");
}

TEST_CASE("text is cut between characters") {
    CHECK(printable("abcdef", 3) == "abc");
    CHECK(printable("窓口", 5) == "窓");
    CHECK(printable("窓口", 6) == "窓口");
    CHECK(printable("窓口", 2).empty());
    CHECK(printable(std::string(10'000, '\x01'), 200) == std::string(200, '?'));
}
