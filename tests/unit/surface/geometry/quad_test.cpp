#include "surface/geometry/quad.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::surface;

namespace {

const Quad upright{cv::Point2f{0, 0}, {160, 0}, {160, 100}, {0, 100}};

} // namespace

TEST_CASE("lines meet where they cross, and parallels nowhere") {
    const auto at = intersection({{0, 5}, {1, 0}}, {{7, 0}, {0, 1}});
    REQUIRE(at);
    CHECK(at->x == Approx(7));
    CHECK(at->y == Approx(5));
    CHECK_FALSE(intersection({{0, 0}, {1, 0}}, {{0, 9}, {1, 0}}));
}

TEST_CASE(
    "corners are put in clockwise order with a long side first, whatever order they come in") {
    const std::array<cv::Point2f, 4> corners =
        GENERATE(std::array<cv::Point2f, 4>{upright[0], upright[1], upright[2], upright[3]},
                 std::array<cv::Point2f, 4>{upright[1], upright[2], upright[3], upright[0]},
                 std::array<cv::Point2f, 4>{upright[3], upright[2], upright[1], upright[0]});
    const auto quad = ordered(corners);
    REQUIRE(quad);
    CHECK(proportion(*quad) == Approx(1.6));
    const cv::Point2f along = (*quad)[1] - (*quad)[0];
    const cv::Point2f across = (*quad)[2] - (*quad)[1];
    CHECK(along.cross(across) > 0);
}

TEST_CASE("corners that fold over make no quad") {
    CHECK_FALSE(ordered({upright[0], upright[2], upright[1], upright[3]}));
}

TEST_CASE("area and distance are those of the corners") {
    CHECK(area(upright) == Approx(16000));
    CHECK(distance(upright, upright) == Approx(0));
    Quad moved = upright;
    for (cv::Point2f& corner : moved) {
        corner += cv::Point2f(3, 4);
    }
    CHECK(distance(upright, moved) == Approx(5));
}
