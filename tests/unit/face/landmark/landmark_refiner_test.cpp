#include "face/align/face_alignment.hpp"
#include "face/landmark/landmark_refiner.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("landmarks disagree by their mean distance in parts of the eye distance") {
    const auto points = face::alignment_template();
    CHECK(face::disagreement(points, points) == 0);
    auto moved = points;
    for (face::Point& point : moved) {
        point.y += 0.1F * (points[1].x - points[0].x);
    }
    CHECK(face::disagreement(points, moved) == Approx(0.1).margin(0.001));
    auto one = points;
    one[2].x += points[1].x - points[0].x;
    CHECK(face::disagreement(points, one) == Approx(0.2).margin(0.001));
}

TEST_CASE("landmarks on one spot have a finite disagreement") {
    CHECK(std::isfinite(face::disagreement({}, face::alignment_template())));
}

TEST_CASE("what is no network is refused") {
    const auto made = face::make_landmarks0009(as_bytes("no network"));
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code() == ErrorCode::ModelFailed);
}
