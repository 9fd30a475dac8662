#include "face/codec/codec_decoder.hpp"
#include "face/image/picture_decoder.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/jpeg2000_bytes.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using test::codestream_of;
using test::encoded;
using test::striped_picture;

namespace {

face::CodecDecoder decoder;

} // namespace

TEST_CASE("JPEG 2000 decodes to what it stores: grey stays grey, raw or in a JP2 file") {
    for (const PixelFormat format : {PixelFormat::Grey8, PixelFormat::Bgr8}) {
        const Bytes jp2 = encoded(striped_picture(192, 240, format).view(), ".jp2");
        for (const Bytes& file : {jp2, codestream_of(jp2)}) {
            const auto picture = face::decode_jpeg2000(decoder, file);
            INFO((picture ? "" : picture.error().text()));
            REQUIRE(picture.has_value());
            CHECK(picture->width() == 192);
            CHECK(picture->height() == 240);
            CHECK(picture->format() == format);
        }
    }
}

TEST_CASE("a JPEG 2000 file that is cut off or damaged gives an error, never half a picture") {
    const Bytes file = encoded(striped_picture(192, 240, PixelFormat::Grey8).view(), ".jp2");
    for (std::size_t length : {std::size_t{0}, std::size_t{7}, file.size() / 2, file.size() - 20}) {
        CHECK_FALSE(face::decode_jpeg2000(decoder, ByteView(file).first(length)).has_value());
    }
    // Headers that the guard accepts and data that no encoder wrote: the decoder may refuse it or
    // give a grey picture of the announced size, nothing else.
    const auto nonsense = face::decode_jpeg2000(decoder, test::CodestreamBytes().bytes());
    if (nonsense) {
        CHECK(nonsense->width() == 192);
    } else {
        CHECK(nonsense.error().code() == ErrorCode::ImageUnreadable);
    }
}

TEST_CASE("other kinds of picture under the card's photo are refused unseen by a decoder") {
    const auto picture = striped_picture(192, 240, PixelFormat::Grey8);
    for (const char* kind : {".png", ".jpg"}) {
        const auto refused = face::decode_jpeg2000(decoder, encoded(picture.view(), kind));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code() == ErrorCode::ImageRefused);
    }
}

TEST_CASE("an operator's picture may be PNG, JPEG or JPEG 2000 and is reduced to 1024 pixels") {
    const auto picture = striped_picture(1600, 800, PixelFormat::Bgr8);
    for (const char* kind : {".png", ".jpg"}) {
        const auto decoded = face::decode_picture(decoder, encoded(picture.view(), kind));
        REQUIRE(decoded.has_value());
        CHECK(decoded->width() == 1024);
        CHECK(decoded->height() == 512);
        CHECK(decoded->format() == PixelFormat::Bgr8);
    }
    const auto small = striped_picture(300, 200, PixelFormat::Grey8);
    CHECK(face::decode_picture(decoder, encoded(small.view(), ".jp2"))->width() == 300);
}

TEST_CASE("an operator's picture that announces too many pixels is refused by its header") {
    Bytes file = encoded(striped_picture(64, 64, PixelFormat::Grey8).view(), ".png");
    file[18] = 0x40; // width: 16384 and more
    const auto refused = face::decode_picture(decoder, file);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == ErrorCode::ImageRefused);
    CHECK_FALSE(face::decode_picture(decoder, as_bytes("no picture at all")).has_value());
}

TEST_CASE("the decoder's own failure is an error value") {
    using enum face::PictureKind;
    for (const auto kind : {Jpeg2000, Png, Jpeg}) {
        const auto refused = decoder.decode({as_bytes("garbage"), kind, 100});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code() == ErrorCode::ImageUnreadable);
    }
}

TEST_CASE("a frame is looked at only when its pixels are as many as its size says") {
    Frame frame;
    frame.width = 4;
    frame.height = 2;
    frame.pixels.resize(24);
    CHECK(face::ImageView::of(frame).has_value());
    frame.pixels.pop_back(); // a short buffer from a camera
    CHECK(face::ImageView::of(frame).error().code() == ErrorCode::ImageRefused);
    frame.width = -4;
    CHECK_FALSE(face::ImageView::of(frame).has_value());
    CHECK_FALSE(face::ImageView::of(0, 0, PixelFormat::Grey8, {}).has_value());
}
