#include "face/liveness/plane_parallax.hpp"
#include "tests/unit/face/support/head_model.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::narrowing;
using face::plane_parallax;
using test::points_of;
using test::Shape;
using test::Turn;

TEST_CASE("a picture has no parallax however it is turned, tilted, moved or brought nearer") {
    const auto before = points_of(Shape::Picture, {});
    for (const float yaw : {-50.0F, -20.0F, -5.0F, 0.0F, 15.0F, 35.0F, 60.0F}) {
        for (const float pitch : {-40.0F, -10.0F, 0.0F, 25.0F}) {
            for (const float size : {0.5F, 1.0F, 2.0F}) {
                auto now = points_of(Shape::Picture, {yaw, pitch});
                for (face::Point& point : now) {
                    point = {point.x * size + 30, point.y * size - 12};
                }
                INFO(yaw << " " << pitch << " " << size);
                REQUIRE(plane_parallax(before, now).has_value());
                CHECK(std::abs(*plane_parallax(before, now)) < 0.01F);
            }
        }
    }
}

TEST_CASE("a head's nose moves further than its picture's, to the side that it turns to") {
    const auto before = points_of(Shape::Head, {});
    struct Case {
        float yaw;
        float least;
        float most;
    };
    for (const Case& one : {Case{0, -0.001F, 0.001F},
                            {8, 0.05F, 0.1F},
                            {15, 0.11F, 0.18F},
                            {25, 0.19F, 0.3F},
                            {35, 0.25F, 0.42F}}) {
        INFO(one.yaw);
        const float right = *plane_parallax(before, points_of(Shape::Head, {one.yaw, 0}));
        const float left = *plane_parallax(before, points_of(Shape::Head, {-one.yaw, 0}));
        CHECK(right >= one.least);
        CHECK(right <= one.most);
        CHECK(left == Approx(-right).margin(0.002));
    }
}

TEST_CASE("a head that nods or comes nearer has no parallax to a side") {
    const auto before = points_of(Shape::Head, {});
    CHECK(std::abs(*plane_parallax(before, points_of(Shape::Head, {0, 15}))) < 0.01F);
}

TEST_CASE("points on a line settle nothing") {
    face::FiveLandmarks line;
    for (std::size_t i = 0; i < line.size(); ++i) {
        line[i] = {100 + 10 * static_cast<float>(i), 50};
    }
    const auto head = points_of(Shape::Head, {});
    for (const auto& parallax : {plane_parallax(line, head), plane_parallax(line, line)}) {
        CHECK((!parallax || std::isfinite(*parallax)));
    }
}

TEST_CASE("what turns to a side grows narrower, head and picture alike; what nods does not") {
    for (const Shape shape : {Shape::Head, Shape::Picture}) {
        const auto before = points_of(shape, {});
        CHECK(narrowing(before, before) == Approx(1));
        CHECK(narrowing(before, points_of(shape, {30, 0})) < 0.9F);
        CHECK(narrowing(before, points_of(shape, {0, 20})) > 1.0F);
    }
}
