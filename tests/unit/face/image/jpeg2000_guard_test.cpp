#include "face/image/jpeg2000_guard.hpp"
#include "tests/unit/face/support/jpeg2000_bytes.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace madoguchi;
using face::check_jpeg2000;
using test::CodestreamBytes;

namespace {

using Change = std::function<void(CodestreamBytes&)>;

Bytes changed(const Change& change) {
    CodestreamBytes codestream;
    change(codestream);
    return codestream.bytes();
}

struct Case {
    const char* what;
    Change change;
};

// Marker, length and content of a segment.
Bytes segment(std::uint64_t marker, std::size_t content) {
    Bytes out;
    test::put(out, marker, 2);
    test::put(out, content + 2, 2);
    out.resize(out.size() + content);
    return out;
}

} // namespace

TEST_CASE("a grey portrait of the card's kind passes, raw or in a JP2 file") {
    const face::Jpeg2000Header expected{192, 240, 1, 1};
    const Bytes codestream = CodestreamBytes().bytes();
    const auto raw = check_jpeg2000(codestream);
    REQUIRE(raw.has_value());
    CHECK(*raw == expected);
    const auto boxed =
        check_jpeg2000(test::jp2_file(test::jp2_image_header(192, 240, 1), codestream));
    REQUIRE(boxed.has_value());
    CHECK(*boxed == expected);
}

TEST_CASE("what an encoder may well write passes") {
    const std::vector<Case> cases{
        {"colour",
         [](auto& c) {
             c.components.assign(3, {7, 1, 1});
         }},
        {"the largest side", [](auto& c) { c.width = c.tile_width = 1024; }},
        {"four tiles",
         [](auto& c) {
             c.tile_width = 96;
             c.tile_height = 120;
             c.tile = 3;
         }},
        {"a tile larger than the picture", [](auto& c) { c.tile_width = 65535; }},
        {"precincts of 128 pixels",
         [](auto& c) {
             c.coding_flags = 1;
             c.precincts = Bytes(6, 0x77);
         }},
        {"a comment", [](auto& c) { c.more_main_header = segment(0xFF64, 20); }},
        {"quantization", [](auto& c) { c.more_main_header = segment(0xFF5C, 20); }},
        {"packet lengths", [](auto& c) { c.tile_part_header = segment(0xFF58, 5); }},
        {"several tile parts", [](auto& c) { c.tile_parts = 16; }},
        {"a last tile part of open length", [](auto& c) { c.tile_part_length = 0; }},
        {"no end marker", [](auto& c) { c.after_tile_parts = {}; }},
    };
    for (const Case& example : cases) {
        INFO(example.what);
        const auto header = check_jpeg2000(changed(example.change));
        INFO((header ? "" : header.error().text()));
        CHECK(header.has_value());
    }
}

TEST_CASE("a header that a portrait does not have is refused before decoding") {
    const std::vector<Case> cases{
        {"no width", [](auto& c) { c.width = 0; }},
        {"too wide", [](auto& c) { c.width = c.tile_width = 1025; }},
        {"two million rows", [](auto& c) { c.height = 2'097'304; }},
        {"the largest number of rows", [](auto& c) { c.height = 0xFFFF'FFFF; }},
        {"offset beyond the picture", [](auto& c) { c.x_offset = 192; }},
        {"tile offset beyond the image offset", [](auto& c) { c.tile_x_offset = 1; }},
        {"tiles without extent", [](auto& c) { c.tile_width = 0; }},
        {"tiles of four thousand million columns", [](auto& c) { c.tile_width = 0xFFFF'FFFF; }},
        {"first tile ends before the image",
         [](auto& c) {
             c.x_offset = 100;
             c.tile_width = 100;
         }},
        {"six tiles",
         [](auto& c) {
             c.tile_width = 64;
             c.tile_height = 120;
         }},
        {"a tile for each pixel",
         [](auto& c) {
             c.tile_width = 1;
             c.tile_height = 1;
         }},
        {"no component", [](auto& c) { c.components.clear(); }},
        {"two components",
         [](auto& c) {
             c.components.assign(2, {7, 1, 1});
         }},
        {"four components",
         [](auto& c) {
             c.components.assign(4, {7, 1, 1});
         }},
        {"more components declared than there are", [](auto& c) { c.declared_components = 3; }},
        {"more components than declared",
         [](auto& c) {
             c.components.assign(3, {7, 1, 1});
             c.declared_components = 1;
         }},
        {"16 bit",
         [](auto& c) {
             c.components = {{15, 1, 1}};
         }},
        {"signed samples",
         [](auto& c) {
             c.components = {{0x87, 1, 1}};
         }},
        {"subsampled",
         [](auto& c) {
             c.components = {{7, 2, 1}};
         }},
        {"subsampled by zero",
         [](auto& c) {
             c.components = {{7, 1, 0}};
         }},
        {"no coding style", [](auto& c) { c.coding_default = false; }},
        {"eleven decomposition levels", [](auto& c) { c.levels = 11; }},
        {"255 decomposition levels", [](auto& c) { c.levels = 255; }},
        {"no layers", [](auto& c) { c.layers = 0; }},
        {"65535 layers", [](auto& c) { c.layers = 65535; }},
        {"code blocks too wide", [](auto& c) { c.block_width = 9; }},
        {"code blocks too large", [](auto& c) { c.block_width = c.block_height = 5; }},
        {"precincts of one pixel",
         [](auto& c) {
             c.coding_flags = 1;
             c.precincts = Bytes(6, 0x00);
         }},
        {"fewer precincts than levels",
         [](auto& c) {
             c.coding_flags = 1;
             c.precincts = Bytes(3, 0x77);
         }},
        {"too many levels of one component",
         [](auto& c) {
             c.more_main_header = segment(0xFF53, 7);
             c.more_main_header[6] = 33;
         }},
        {"coding style twice", [](auto& c) { c.more_main_header = segment(0xFF52, 10); }},
        {"region of interest", [](auto& c) { c.more_main_header = segment(0xFF5E, 3); }},
        {"packed packet headers", [](auto& c) { c.more_main_header = segment(0xFF60, 3); }},
        {"unknown marker", [](auto& c) { c.more_main_header = segment(0xFF30, 0); }},
        {"segment of length one",
         [](auto& c) {
             c.more_main_header = {0xFF, 0x64, 0x00, 0x01};
         }},
        {"tile part of a tile that is not there", [](auto& c) { c.tile = 1; }},
        {"tile part shorter than its header", [](auto& c) { c.tile_part_length = 13; }},
        {"tile part beyond the file", [](auto& c) { c.tile_part_length = 1000; }},
        {"tile part of four thousand million bytes",
         [](auto& c) { c.tile_part_length = 0xFFFF'FFFF; }},
        {"tile with its own coding style",
         [](auto& c) { c.tile_part_header = segment(0xFF52, 10); }},
        {"tile with packed headers", [](auto& c) { c.tile_part_header = segment(0xFF61, 3); }},
        {"too many tile parts", [](auto& c) { c.tile_parts = 17; }},
        {"garbage after the tile parts",
         [](auto& c) {
             c.after_tile_parts = {0x12, 0x34};
         }},
    };
    for (const Case& example : cases) {
        INFO(example.what);
        const auto header = check_jpeg2000(changed(example.change));
        REQUIRE_FALSE(header.has_value());
        CHECK(header.error().code() == ErrorCode::ImageRefused);
    }
}

TEST_CASE("a JP2 file whose boxes are wrong is refused") {
    const Bytes good = CodestreamBytes().bytes();
    const Bytes header = test::jp2_image_header(192, 240, 1);
    Bytes overlong = test::jp2_file(header, good);
    overlong[12] = 0x7F; // length of the second box
    Bytes tiny_box = test::jp2_file(header, good);
    tiny_box[15] = 4;
    const std::vector<std::pair<const char*, Bytes>> cases{
        {"other width than the codestream",
         test::jp2_file(test::jp2_image_header(191, 240, 1), good)},
        {"other components than the codestream",
         test::jp2_file(test::jp2_image_header(192, 240, 3), good)},
        {"no image header", test::jp2_file({}, good)},
        {"palette", test::jp2_file(concatenate({header, test::jp2_box("pclr", Bytes(8))}), good)},
        {"channel mapping",
         test::jp2_file(concatenate({header, test::jp2_box("cmap", Bytes(8))}), good)},
        {"box longer than the file", overlong},
        {"box shorter than its header", tiny_box},
        {"no codestream", test::jp2_file(header, {})},
    };
    for (const auto& [what, file] : cases) {
        INFO(what);
        const auto refused = check_jpeg2000(file);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code() == ErrorCode::ImageRefused);
    }
}

TEST_CASE("every truncation and every other kind of file is refused") {
    const Bytes file =
        test::jp2_file(test::jp2_image_header(192, 240, 1), CodestreamBytes().bytes());
    for (std::size_t length = 0; length < file.size(); ++length) {
        INFO(length);
        CHECK_FALSE(check_jpeg2000(ByteView(file).first(length)).has_value());
    }
    for (const char* other : {"\x89PNG\r\n\x1a\n", "\xFF\xD8\xFF\xE0", "hello", "<xml/>"}) {
        CHECK_FALSE(check_jpeg2000(as_bytes(other)).has_value());
    }
    const Bytes too_long(32 * 1024 + 1);
    CHECK(check_jpeg2000(too_long).error().text() == "JPEG 2000 file is too large");
}
