#include "face/embed/face_template.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <type_traits>

using namespace madoguchi;
using face::EngineKind;
using face::FaceTemplate;

namespace {

using Values = std::array<float, face::opencv_template_values>;

// A point on the first axis.
FaceTemplate point_at(float place) {
    std::array<float, face::dlib_template_values> values{};
    values[0] = place;
    return FaceTemplate::from_values(EngineKind::Dlib, values).value();
}

// Length one in the plane of the first two values.
FaceTemplate at_angle(double radians) {
    Values values{};
    values[0] = static_cast<float>(std::cos(radians));
    values[1] = static_cast<float>(std::sin(radians));
    return FaceTemplate::from_values(EngineKind::OpenCv, values).value();
}

} // namespace

TEST_CASE("a template has length one whatever the network's scale") {
    Values values{};
    values[3] = 30;
    values[7] = -40;
    const auto face = FaceTemplate::from_values(EngineKind::OpenCv, values);
    REQUIRE(face.has_value());
    CHECK(face->values()[3] == Approx(0.6));
    CHECK(face->values()[7] == Approx(-0.8));
}

TEST_CASE("numbers without a direction do not become a template") {
    Values values{};
    CHECK_FALSE(FaceTemplate::from_values(EngineKind::OpenCv, values).has_value());
    const EngineKind engine = GENERATE(EngineKind::OpenCv, EngineKind::Dlib);
    const float bad =
        GENERATE(std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                 -std::numeric_limits<float>::infinity());
    values[100] = bad;
    const std::span<const float> of_engine(values.data(), engine == EngineKind::Dlib ? 128 : 256);
    const auto face = FaceTemplate::from_values(engine, of_engine);
    REQUIRE_FALSE(face.has_value());
    CHECK(face.error().code() == ErrorCode::ModelFailed);
}

TEST_CASE("a template of another size is refused") {
    for (const std::size_t size : {0U, 127U, 128U, 255U, 256U, 257U, 512U}) {
        INFO(size);
        const std::vector<float> values(size, 1.0F);
        CHECK(FaceTemplate::from_values(EngineKind::OpenCv, values).has_value() == (size == 256));
        CHECK(FaceTemplate::from_values(EngineKind::Dlib, values).has_value() == (size == 128));
    }
}

TEST_CASE("likeness is the cosine of the angle") {
    CHECK(face::score_of(at_angle(0), at_angle(0)) == Approx(1));
    CHECK(face::score_of(at_angle(0), at_angle(M_PI / 3)) == Approx(0.5));
    CHECK(face::score_of(at_angle(0), at_angle(M_PI)) == Approx(-1));
}

TEST_CASE("of dlib likeness is one less the distance, down to minus one, whatever the length") {
    struct Case {
        float first, second, score;
    };
    for (const Case& c : {Case{1.4F, 1.4F, 1}, Case{0, 0, 1}, Case{1.4F, 0.8F, 0.4F},
                          Case{0, 1.5F, -0.5F}, Case{0, 2, -1}, Case{-30, 40, -1}}) {
        INFO(c.first << " and " << c.second);
        CHECK(face::score_of(point_at(c.first), point_at(c.second)) == Approx(c.score));
    }
}

TEST_CASE("the mean of dlib's faces is the point between them") {
    std::vector<FaceTemplate> faces;
    for (const float place : {0.2F, 0.3F, 1.0F}) {
        faces.push_back(point_at(place));
    }
    CHECK(face::score_of(face::mean_of(faces).value(), point_at(0.5F)) == Approx(1));
}

TEST_CASE("a copy is the same face") {
    CHECK(face::score_of(point_at(0.7F).copy(), point_at(0.7F)) == 1);
    CHECK(face::score_of(at_angle(1).copy(), at_angle(1)) == Approx(1));
}

TEST_CASE("what all faces share is taken out, and the rest has length one") {
    face::MeanVector mean{};
    mean[0] = 0.6F;
    const auto face = face::centred(at_angle(std::acos(0.6)), mean);
    REQUIRE(face.has_value());
    CHECK(face->values()[0] == Approx(0).margin(1e-6));
    CHECK(face->values()[1] == Approx(1));
    mean[0] = 1;
    CHECK_FALSE(face::centred(at_angle(0), mean).has_value()); // nothing is left
}

TEST_CASE("the mean of several faces lies between them; faces that cancel out have none") {
    std::vector<FaceTemplate> faces;
    faces.push_back(at_angle(0));
    faces.push_back(at_angle(M_PI / 2));
    CHECK(face::score_of(face::mean_of(faces).value(), at_angle(M_PI / 4)) == Approx(1));
    faces.clear();
    faces.push_back(at_angle(0));
    faces.push_back(at_angle(M_PI));
    CHECK_FALSE(face::mean_of(faces).has_value());
}

TEST_CASE("a template cannot be copied") {
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<FaceTemplate>);
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<FaceTemplate>);
}
