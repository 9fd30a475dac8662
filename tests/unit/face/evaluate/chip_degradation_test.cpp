#include "face/codec/codec_decoder.hpp"
#include "face/evaluate/chip_degradation.hpp"
#include "face/image/picture_decoder.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("a card's photo is grey, 192 by 240, and no larger than asked for") {
    const auto picture = test::striped_picture(640, 480, PixelFormat::Bgr8);
    for (const std::size_t bytes : {1000U, 2000U, 3000U, 5000U, 60000U}) {
        INFO(bytes);
        const auto chip = face::as_chip_photo(picture.view(), {200, 100, 150, 200}, bytes);
        REQUIRE(chip.has_value());
        CHECK(chip->size() <= bytes);
        face::CodecDecoder decoder;
        const auto photo = face::decode_jpeg2000(decoder, *chip);
        REQUIRE(photo.has_value());
        CHECK(photo->width() == face::chip_photo_width);
        CHECK(photo->height() == face::chip_photo_height);
        CHECK(photo->format() == PixelFormat::Grey8);
    }
}

TEST_CASE("a face at the picture's edge has its photo too") {
    const auto picture = test::striped_picture(320, 240, PixelFormat::Bgr8);
    CHECK(face::as_chip_photo(picture.view(), {-40, -30, 90, 120}, 3000).has_value());
    CHECK(face::as_chip_photo(picture.view(), {300, 200, 90, 120}, 3000).has_value());
}

TEST_CASE("what cannot be made is refused") {
    const auto picture = test::striped_picture(320, 240, PixelFormat::Bgr8);
    const auto tiny = face::as_chip_photo(picture.view(), {100, 60, 90, 120}, 40);
    REQUIRE_FALSE(tiny.has_value());
    CHECK(tiny.error().code() == ErrorCode::ImageRefused);
    const auto flat = face::as_chip_photo(picture.view(), {100, 60, 90, 0}, 3000);
    REQUIRE_FALSE(flat.has_value());
    CHECK(flat.error().code() == ErrorCode::FaceNotFound);
}
