#include "face/image/picture_size.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::PictureSize;
using face::read_picture_size;

TEST_CASE("size of a PNG stands in its first chunk") {
    const Bytes file{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13,
                     'I',  'H', 'D', 'R', 0,    0,    1,    0,    0, 0, 0, 200};
    CHECK(read_picture_size(file).value() == PictureSize{256, 200});
    for (std::size_t length = 0; length < file.size(); ++length) {
        CHECK_FALSE(read_picture_size(ByteView(file).first(length)).has_value());
    }
}

TEST_CASE("size of a JPEG stands in its frame header, after other segments") {
    const Bytes file{0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 8, 8, 1, 0, 2, 0, 1};
    CHECK(read_picture_size(file).value() == PictureSize{512, 256});
    for (std::size_t length = 0; length < file.size() - 1; ++length) {
        CHECK_FALSE(read_picture_size(ByteView(file).first(length)).has_value());
    }
}

TEST_CASE("a JPEG without frame header, and any other file, is refused") {
    const std::vector<Bytes> files{
        {},
        {0xFF},
        {'G', 'I', 'F', '8', '9', 'a'},
        {0xFF, 0xD8, 0x00, 0x00, 0x00, 0x00},          // no marker
        {0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x01},          // impossible length
        {0xFF, 0xD8, 0xFF, 0xC4, 0, 3, 0, 0xFF, 0xD9}, // ends without a frame
    };
    for (const Bytes& file : files) {
        const auto size = read_picture_size(file);
        REQUIRE_FALSE(size.has_value());
        CHECK(size.error().code() == ErrorCode::ImageRefused);
    }
}
