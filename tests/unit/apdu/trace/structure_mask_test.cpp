#include "apdu/trace/structure_mask.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

namespace {

std::string masked(std::string_view tag, std::string_view file, std::size_t piece = 1000) {
    StructureMask mask{ByteView(hex(tag))};
    MaskedBytes shown;
    const Bytes bytes = hex(file);
    for (ByteView rest(bytes); !rest.empty(); rest = rest.subspan(std::min(piece, rest.size()))) {
        mask.append_to(shown, rest.first(std::min(piece, rest.size())));
    }
    return shown.to_text();
}

struct Case {
    std::string what, tag, file, shown;
};

} // namespace

TEST_CASE("tags and lengths are shown and nothing else, in whatever pieces the file comes") {
    const auto row = GENERATE(values<Case>({
        {"one value", "DF22", "DF22 03 414243", "DF2203[3]"},
        {"objects inside", "FF20", "FF20 09 DF2102AAAA DF220142", "FF2009DF2102[2]DF2201[1]"},
        {"deeper", "30", "30 08 3006 020101 020102", "300830060201[1]0201[1]"},
        {"long lengths", "30", "30 820004 0482 0000", "3082000404820000"},
        {"an empty object between", "30", "30 05 3000 040141", "300530000401[1]"},
        {"filler behind", "30", "30 03 040141 FFFFFF", "30030401[4]"},
    }));
    CAPTURE(row.what);
    const std::string whole = masked(row.tag, row.file);
    CHECK(whole == row.shown);
    for (const std::size_t piece : {1U, 2U, 3U}) {
        CHECK(masked(row.tag, row.file, piece) == whole);
    }
}

TEST_CASE("what is out of step is masked to the end") {
    const auto row = GENERATE(values<Case>({
        {"another object than promised", "FF20", "30 03 040141", "[5]"},
        {"two bytes of junk before it", "FF20", "1234 FF20 03 040141", "[8]"},
        {"a tag that only begins well", "FF20", "FF21 03 040141", "FF[5]"},
        {"an inner object longer than its outer one", "30", "30 03 040541 4243", "300304[4]"},
        {"indefinite length", "30", "30 80 040141 0000", "30[6]"},
        {"a length of five bytes", "30", "30 85 0000000001 41", "30[7]"},
        {"a tag of four bytes", "30", "30 06 1F8181 010041", "30061F81[4]"},
        {"a tag at the end of its object", "30", "30 01 04 0141", "300104[2]"},
        {"a second object behind the first", "30", "30 00 3003040141", "3000[5]"},
    }));
    CAPTURE(row.what);
    CHECK(masked(row.tag, row.file) == row.shown);
}

TEST_CASE("objects may nest eight deep and not deeper") {
    // Each object holds the rest: 30 16, 30 14, …
    Bytes file;
    for (std::uint8_t left = 22; left > 0; left = static_cast<std::uint8_t>(left - 2)) {
        file.insert(file.end(), {0x30, static_cast<std::uint8_t>(left - 2)});
    }
    StructureMask mask{ByteView(hex("30"))};
    MaskedBytes shown;
    mask.append_to(shown, file);
    CHECK(shown.to_text() == "301430123010300E300C300A3008300630[5]");
}
