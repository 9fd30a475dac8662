#include "terminal_app/cli/terminal_picture.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;

namespace {

// Grey pixels, row by row.
face::Image grey(int width, int height, const std::vector<std::uint8_t>& values) {
    face::Image picture(width, height, PixelFormat::Grey8);
    REQUIRE(values.size() == picture.pixels_for_writing().size());
    std::copy(values.begin(), values.end(), picture.pixels_for_writing().begin());
    return picture;
}

face::Image blank(int width, int height) {
    return {width, height, PixelFormat::Grey8};
}

} // namespace

TEST_CASE("a picture fills the room in one direction and keeps its shape") {
    struct Case {
        int width, height;
        CellSize room, wanted;
    };
    const std::vector<Case> cases{
        {192, 240, {100, 25}, {40, 25}}, // a card's photo, limited by rows
        {192, 240, {20, 25}, {20, 12}},  // limited by columns
        {100, 100, {80, 24}, {48, 24}},  // square: a cell is twice as high as wide
        {1, 1000, {80, 24}, {1, 24}},    // never less than a cell
        {1000, 1, {80, 24}, {80, 1}},
    };
    for (const Case& each : cases) {
        const face::Image picture = blank(each.width, each.height);
        const CellSize size = fit(picture.view(), each.room);
        CHECK(size.columns == each.wanted.columns);
        CHECK(size.rows == each.wanted.rows);
    }
}

TEST_CASE("a cell of half blocks shows two dots, the upper as ink and the lower as ground") {
    const face::Image picture = grey(2, 2, {0, 255, 128, 64});
    CHECK(draw(picture.view(), {2, 1}, PictureStyle::TrueColour) ==
          "\x1b[38;2;0;0;0;48;2;128;128;128m▀\x1b[38;2;255;255;255;48;2;64;64;64m▀\x1b[0m\n");
    CHECK(draw(picture.view(), {2, 1}, PictureStyle::GreySteps) ==
          "\x1b[38;5;232;48;5;244m▀\x1b[38;5;255;48;5;238m▀\x1b[0m\n");
}

TEST_CASE("colours stay colours where the terminal has them, and become their grey elsewhere") {
    face::Image picture(1, 2, PixelFormat::Bgr8);
    const std::vector<std::uint8_t> blue_over_red{255, 0, 0, 0, 0, 255};
    std::copy(blue_over_red.begin(), blue_over_red.end(), picture.pixels_for_writing().begin());
    CHECK(draw(picture.view(), {1, 1}, PictureStyle::TrueColour) ==
          "\x1b[38;2;0;0;255;48;2;255;0;0m▀\x1b[0m\n");
    CHECK(draw(picture.view(), {1, 1}, PictureStyle::GreySteps) ==
          "\x1b[38;5;234;48;5;239m▀\x1b[0m\n");
}

TEST_CASE("plain characters run from dark to light and need no terminal") {
    const face::Image picture = grey(4, 1, {0, 100, 200, 255});
    CHECK(draw(picture.view(), {4, 1}, PictureStyle::Ascii) == " -#@\n");
}

TEST_CASE("dots are the mean of what is under them, and a small picture is drawn larger") {
    CHECK(draw(grey(2, 2, {0, 100, 100, 200}).view(), {1, 1}, PictureStyle::Ascii) == "-\n");
    CHECK(draw(grey(1, 1, {255}).view(), {3, 2}, PictureStyle::Ascii) == "@@@\n@@@\n");
}
