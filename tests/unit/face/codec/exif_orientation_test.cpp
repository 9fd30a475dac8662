#include "face/codec/exif_orientation.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using face::exif_orientation;
using test::hex;

namespace {

// Start of image, then APP1 with this TIFF header.
Bytes jpeg_with(ByteView tiff) {
    const auto length = static_cast<std::uint8_t>(2 + 6 + tiff.size());
    return concatenate({hex("FFD8 FFE1 00"), Bytes{length}, hex("457869660000"), tiff});
}

} // namespace

TEST_CASE("the orientation is read in either byte order, behind other tags and segments") {
    struct Case {
        std::string_view what;
        Bytes jpeg;
        int orientation;
    };
    const Bytes big_endian_tiff = hex("4D4D002A 00000008 0001 0112 0003 00000001 0006 0000");
    const std::vector<Case> cases{
        {"big endian", jpeg_with(big_endian_tiff), 6},
        {"little endian", jpeg_with(hex("49492A00 08000000 0100 1201 0300 01000000 0800 0000")), 8},
        {"second tag",
         jpeg_with(hex("4D4D002A 00000008 0002 010F 0002 00000001 0041 0000"
                       "0112 0003 00000001 0003 0000")),
         3},
        {"directory further on",
         jpeg_with(hex("4D4D002A 0000000A 0000 0001 0112 0003 00000001 0002 0000")), 2},
        {"another segment before it",
         concatenate({hex("FFD8 FFE0 0004 0000"), ByteView(jpeg_with(big_endian_tiff)).subspan(2)}),
         6},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        CHECK(exif_orientation(c.jpeg) == c.orientation);
    }
}

TEST_CASE("a picture that says nothing, or nonsense, is upright") {
    const std::vector<Bytes> pictures{
        {},
        hex("FF"),
        hex("FFD8"),
        hex("FFD8 FFE1 0000"),                         // shorter than its own length
        hex("FFD8 FFE1 0100 4578"),                    // ends inside the segment
        hex("FFD8 FFDA 0004 0000"),                    // the scan begins
        jpeg_with(hex("4D4D002A")),                    // no directory
        jpeg_with(hex("4D4D002A FFFFFFFF")),           // a directory far outside
        jpeg_with(hex("4D4D002A 00000008 FFFF 0112")), // more entries than there are bytes
        jpeg_with(
            hex("4D4D002A 00000008 0001 0112 0003 00000001 0009 0000")), // no such orientation
        jpeg_with(hex("4D4D002A 00000008 0001 0112 0003 00000001 0000 0000")),
        jpeg_with(hex("4D4D002A 00000008 0001 0110 0003 00000001 0006 0000")), // another tag
    };
    for (const Bytes& picture : pictures) {
        INFO(to_hex(picture));
        CHECK(exif_orientation(picture) == 1);
    }
}

TEST_CASE("segments without end are not followed") {
    Bytes picture = hex("FFD8");
    for (int count = 0; count < 70; ++count) {
        picture = concatenate({picture, hex("FFE0 0002")});
    }
    const Bytes behind = jpeg_with(hex("4D4D002A 00000008 0001 0112 0003 00000001 0006 0000"));
    picture = concatenate({picture, ByteView(behind).subspan(2)});
    CHECK(exif_orientation(picture) == 1);
}
