#include "face/liveness/crop_window.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using face::crop_window;
using face::FaceBox;

TEST_CASE("the window is the face with its surroundings, wholly inside the picture") {
    struct Case {
        const char* what;
        FaceBox box;
        float scale;
        int left, top, width, height;
    };
    const std::vector<Case> cases{
        {"in the middle", {300, 220, 40, 40}, 2.7F, 266, 186, 108, 108},
        {"at the left edge it is shifted", {0, 220, 40, 40}, 2.7F, 0, 186, 108, 108},
        {"over the left edge too", {-20, 220, 40, 40}, 2.7F, 0, 186, 108, 108},
        {"at the right edge", {600, 220, 40, 40}, 2.7F, 532, 186, 108, 108},
        {"in the upper left corner", {0, 0, 40, 40}, 4.0F, 0, 0, 160, 160},
        {"in the lower right corner", {600, 440, 40, 40}, 4.0F, 480, 320, 160, 160},
        {"too tall: less of it", {240, 120, 160, 240}, 2.7F, 160, 0, 320, 480},
        {"too wide: less of it", {0, 100, 640, 200}, 4.0F, 0, 100, 640, 200},
        {"larger than the picture", {-100, -100, 1000, 1000}, 2.7F, 160, 0, 480, 480},
        {"far outside", {5000, -5000, 40, 40}, 2.7F, 532, 0, 108, 108},
        {"without extent", {10, 10, 0, 0}, 2.7F, 9, 9, 3, 3},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        const auto window = crop_window(640, 480, one.box, one.scale);
        CHECK(window.left == one.left);
        CHECK(window.top == one.top);
        CHECK(window.width == one.width);
        CHECK(window.height == one.height);
    }
}

TEST_CASE("a picture of one pixel gives a window of one pixel") {
    const auto window = crop_window(1, 1, {-3, 7, 50, 60}, 4);
    CHECK(window.left == 0);
    CHECK(window.top == 0);
    CHECK(window.width == 1);
    CHECK(window.height == 1);
}
