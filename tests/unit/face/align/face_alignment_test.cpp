#include "face/align/face_alignment.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace madoguchi;
using face::alignment_template;
using face::fit_similarity;

namespace {

face::FiveLandmarks moved(double angle, double scale, double shift_x, double shift_y) {
    const face::SimilarityTransform transform{scale * std::cos(angle), scale * std::sin(angle),
                                              shift_x, shift_y};
    auto points = alignment_template();
    for (face::Point& point : points) {
        point = transform(point);
    }
    return points;
}

} // namespace

TEST_CASE("a face that was turned, scaled and shifted is laid back onto the template") {
    struct Case {
        double angle, scale, x, y;
    };
    for (const Case& c : {Case{0, 1, 0, 0}, Case{0.3, 1, 5, -7}, Case{-0.5, 2.5, 200, 100},
                          Case{3.0, 0.2, 0, 50}}) {
        const auto transform =
            fit_similarity(moved(c.angle, c.scale, c.x, c.y), alignment_template());
        REQUIRE(transform.has_value());
        const auto landmarks = moved(c.angle, c.scale, c.x, c.y);
        for (std::size_t i = 0; i < landmarks.size(); ++i) {
            const face::Point back = (*transform)(landmarks[i]);
            CHECK(back.x == Approx(alignment_template()[i].x).margin(1e-3));
            CHECK(back.y == Approx(alignment_template()[i].y).margin(1e-3));
        }
    }
}

TEST_CASE("one landmark out of place moves the others little") {
    auto landmarks = moved(0, 1, 0, 0);
    landmarks[2].x += 5; // the nose, when the head is turned
    const auto transform = fit_similarity(landmarks, alignment_template());
    REQUIRE(transform.has_value());
    CHECK((*transform)(landmarks[0]).x == Approx(alignment_template()[0].x).margin(1.5));
}

TEST_CASE("landmarks on one spot, or not finite, cannot be aligned") {
    face::FiveLandmarks spot{};
    CHECK(fit_similarity(spot, alignment_template()).error().code() == ErrorCode::FaceNotFound);
    spot = alignment_template();
    spot[1].x = std::numeric_limits<float>::quiet_NaN();
    CHECK_FALSE(fit_similarity(spot, alignment_template()).has_value());
    spot[1].x = std::numeric_limits<float>::infinity();
    CHECK_FALSE(fit_similarity(spot, alignment_template()).has_value());
}

TEST_CASE("an aligned face is BGR and of the embedder's size, also of a grey picture") {
    for (const PixelFormat format : {PixelFormat::Grey8, PixelFormat::Bgr8}) {
        const auto picture = test::striped_picture(300, 200, format);
        const auto aligned = face::align_face(picture.view(), moved(0.1, 0.5, 100, 60));
        REQUIRE(aligned.has_value());
        CHECK(aligned->width() == face::aligned_side);
        CHECK(aligned->height() == face::aligned_side);
        CHECK(aligned->format() == PixelFormat::Bgr8);
    }
}

TEST_CASE("a picture that stands on the template already is not changed by alignment") {
    const auto picture = test::striped_picture(128, 128, PixelFormat::Bgr8);
    const auto aligned = face::align_face(picture.view(), alignment_template());
    REQUIRE(aligned.has_value());
    CHECK(same_bytes(aligned->view().pixels(), picture.view().pixels()));
}

TEST_CASE("mirroring swaps columns, and twice gives the face back") {
    face::Image face_picture(3, 1, PixelFormat::Bgr8);
    std::uint8_t next = 1;
    for (std::uint8_t& value : face_picture.pixels_for_writing()) {
        value = next++;
    }
    const auto mirror = face::mirrored(face_picture);
    CHECK(to_bytes(mirror.view().pixels()) == Bytes{7, 8, 9, 4, 5, 6, 1, 2, 3});
    CHECK(same_bytes(face::mirrored(mirror).view().pixels(), face_picture.view().pixels()));
}
