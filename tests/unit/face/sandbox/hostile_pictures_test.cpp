// Pictures that mean harm, through the guard and past it: the parent survives each one, and the
// same decoder decodes a good photo after it.
#include "face/image/jpeg2000_guard.hpp"
#include "face/image/picture_decoder.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"
#include "tests/unit/face/sandbox/hostile_pictures.hpp"
#include "tests/unit/face/sandbox/own_processes.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using std::chrono_literals::operator""s;
using test::HostilePicture;

namespace {

const Bytes& portrait() {
    static const Bytes file =
        test::encoded(test::striped_picture(192, 240, PixelFormat::Grey8).view(), ".jp2");
    return file;
}

// Past the guard, as if it had a hole: the sandbox has to hold alone.
void expect_survived(face::PixelDecoder& decoder, const HostilePicture& hostile) {
    INFO(hostile.name);
    const auto began = Deadline::Clock::now();
    const auto picture = decoder.decode({hostile.file, face::PictureKind::Jpeg2000, 1024});
    if (!picture) {
        CHECK(picture.error().code() == ErrorCode::ImageUnreadable);
    }
    CHECK(Deadline::Clock::now() - began < 3s);
}

void expect_good_photo(face::PixelDecoder& decoder) {
    const auto picture = face::decode_jpeg2000(decoder, portrait());
    INFO((picture ? "" : picture.error().text()));
    REQUIRE(picture.has_value());
    CHECK(picture->view().pixels()[0] == Approx(60).margin(30));
}

} // namespace

TEST_CASE("headers that lie are refused before any decoder runs") {
    for (const HostilePicture& hostile : test::lying_headers()) {
        INFO(hostile.name);
        const auto header = face::check_jpeg2000(hostile.file);
        REQUIRE_FALSE(header.has_value());
        CHECK(header.error().code() == ErrorCode::ImageRefused);
    }
}

TEST_CASE("the sandbox survives headers that lie even without the guard") {
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    for (const HostilePicture& hostile : test::lying_headers()) {
        expect_survived(decoder, hostile);
        expect_good_photo(decoder);
    }
}

TEST_CASE("the sandbox survives pictures that are cut off, damaged or noise") {
    const auto open_before = test::open_descriptors();
    {
        face::SandboxedDecoder decoder(face::portrait_sandbox());
        for (const HostilePicture& hostile : test::cut_off(portrait())) {
            expect_survived(decoder, hostile);
            CHECK_FALSE(face::decode_jpeg2000(decoder, hostile.file).has_value());
        }
        for (const HostilePicture& hostile : test::bits_flipped(portrait(), 13)) {
            expect_survived(decoder, hostile);
        }
        expect_survived(decoder, test::noise_after_header(64U << 10U));
        expect_good_photo(decoder);
    }
    CHECK(test::open_descriptors() == open_before);
    CHECK_FALSE(test::has_children());
}

TEST_CASE("a picture that is all work and passes the guard ends in time, whatever it ends with") {
    const HostilePicture hostile = test::much_work();
    const auto header = face::check_jpeg2000(hostile.file);
    INFO((header ? "" : header.error().text()));
    REQUIRE(header.has_value());
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    expect_survived(decoder, hostile);
    expect_good_photo(decoder);
}
