// What a reader says of pictures in which there is nothing to read; card fronts are in
// rendered_fronts_test.cpp.
#include "surface/reading/number_reader.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::surface;

namespace {

constexpr CivilDate today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(20)};

Frame grey_frame(int width, int height, std::uint8_t value) {
    const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    return {width, height, PixelFormat::Grey8, Bytes(pixels, value), {}, 1};
}

} // namespace

TEST_CASE("an empty desk gives no number, and says that no card is there") {
    NumberReader reader = NumberReader::create().value();
    REQUIRE(reader.look_at(grey_frame(800, 600, 120)));
    CHECK_FALSE(reader.take_number(today));
    CHECK(reader.refusal(today).reason == RefusalReason::NotFound);
    CHECK_FALSE(reader.refusal(today).field);
    CHECK_FALSE(reader.standing(Field::Expiry).is_sure);
}

TEST_CASE("a frame that is not what it says, or too small to show anything, is refused") {
    NumberReader reader = NumberReader::create().value();
    Frame frame = grey_frame(800, 600, 120);
    SECTION("fewer pixels than its size says") {
        frame.pixels.resize(1000);
    }
    SECTION("grey pixels that call themselves colours") {
        frame.format = PixelFormat::Bgr8;
    }
    SECTION("a negative side") {
        frame.width = -800;
    }
    SECTION("a thumbnail") {
        frame = grey_frame(80, 60, 120);
    }
    CHECK(reader.look_at(frame).error().code() == ErrorCode::ImageRefused);
}

TEST_CASE("reasons and fields have one name each") {
    CHECK(name_of(RefusalReason::NotFound).view() == "not-found");
    CHECK(name_of(RefusalReason::OtherShape).view() == "other-shape");
    CHECK(name_of(RefusalReason::Blank).view() == "blank");
    CHECK(name_of(RefusalReason::OtherCard).view() == "other-card");
    CHECK(name_of(RefusalReason::OutOfFocus).view() == "out-of-focus");
    CHECK(name_of(RefusalReason::Glare).view() == "glare");
    CHECK(name_of(RefusalReason::Unsure).view() == "unsure");
    CHECK(name_of(Field::BirthDate).view() == "birth-date");
    CHECK(name_of(Field::Expiry).view() == "expiry");
    CHECK(name_of(Field::SecurityCode).view() == "security-code");
}
