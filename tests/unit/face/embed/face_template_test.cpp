#include "face/embed/face_template.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <type_traits>

using namespace madoguchi;
using face::FaceTemplate;

namespace {

using Values = std::array<float, face::template_values>;

// Length one in the plane of the first two values.
FaceTemplate at_angle(double radians) {
    Values values{};
    values[0] = static_cast<float>(std::cos(radians));
    values[1] = static_cast<float>(std::sin(radians));
    return FaceTemplate::from_values(values).value();
}

} // namespace

TEST_CASE("a template has length one whatever the network's scale") {
    Values values{};
    values[3] = 30;
    values[7] = -40;
    const auto face = FaceTemplate::from_values(values);
    REQUIRE(face.has_value());
    CHECK(face->values()[3] == Approx(0.6));
    CHECK(face->values()[7] == Approx(-0.8));
}

TEST_CASE("numbers without a direction do not become a template") {
    Values values{};
    CHECK_FALSE(FaceTemplate::from_values(values).has_value());
    const float bad =
        GENERATE(std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                 -std::numeric_limits<float>::infinity());
    values[100] = bad;
    const auto face = FaceTemplate::from_values(values);
    REQUIRE_FALSE(face.has_value());
    CHECK(face.error().code() == ErrorCode::ModelFailed);
}

TEST_CASE("a template of another size is refused") {
    for (const std::size_t size : {0U, 128U, 255U, 257U, 512U}) {
        const std::vector<float> values(size, 1.0F);
        CHECK_FALSE(FaceTemplate::from_values(values).has_value());
    }
}

TEST_CASE("likeness is the cosine of the angle") {
    CHECK(face::cosine(at_angle(0), at_angle(0)) == Approx(1));
    CHECK(face::cosine(at_angle(0), at_angle(M_PI / 3)) == Approx(0.5));
    CHECK(face::cosine(at_angle(0), at_angle(M_PI)) == Approx(-1));
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
    CHECK(face::cosine(face::mean_of(faces).value(), at_angle(M_PI / 4)) == Approx(1));
    faces.clear();
    faces.push_back(at_angle(0));
    faces.push_back(at_angle(M_PI));
    CHECK_FALSE(face::mean_of(faces).has_value());
}

TEST_CASE("a template cannot be copied") {
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<FaceTemplate>);
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<FaceTemplate>);
}
