#include "face/image/picture_size.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::PictureSize;
using face::read_picture_header;

TEST_CASE("size of a PNG stands in its first chunk") {
    const Bytes file{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13,
                     'I',  'H', 'D', 'R', 0,    0,    1,    0,    0, 0, 0, 200};
    CHECK(read_picture_header(file).value().size == PictureSize{256, 200});
    for (std::size_t length = 0; length < file.size(); ++length) {
        CHECK_FALSE(read_picture_header(ByteView(file).first(length)).has_value());
    }
}

TEST_CASE("size of a JPEG stands in its frame header, after other segments") {
    const Bytes file{0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 8, 8, 1, 0, 2, 0, 1};
    CHECK(read_picture_header(file).value().size == PictureSize{512, 256});
    for (std::size_t length = 0; length < file.size() - 1; ++length) {
        CHECK_FALSE(read_picture_header(ByteView(file).first(length)).has_value());
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
        const auto size = read_picture_header(file);
        REQUIRE_FALSE(size.has_value());
        CHECK(size.error().code() == ErrorCode::ImageRefused);
    }
}

TEST_CASE("a picture is reduced to its longest side and keeps its shape") {
    struct Case {
        PictureSize size;
        PictureSize reduced;
    };
    const std::vector<Case> cases{
        {{1024, 1024}, {1024, 1024}}, {{1600, 800}, {1024, 512}}, {{800, 1600}, {512, 1024}},
        {{1025, 3}, {1024, 3}},       {{8192, 1}, {1024, 1}},     {{3000, 1999}, {1024, 682}},
    };
    for (const Case& one : cases) {
        CHECK(face::reduced_size(one.size, 1024) == one.reduced);
    }
}
