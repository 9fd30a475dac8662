#include "face/align/face_alignment.hpp"
#include "face/quality/face_gates.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <set>

using namespace madoguchi;
using face::DetectedFace;
using face::Guidance;

namespace {

constexpr int width = 640;
constexpr int height = 480;

face::Image even_picture(std::uint8_t value) {
    face::Image picture(width, height, PixelFormat::Bgr8);
    for (std::uint8_t& pixel : picture.pixels_for_writing()) {
        pixel = value;
    }
    return picture;
}

// A frontal face of this height, its eyes 0.37 of the height apart.
DetectedFace face_at(float left, float top, float face_height) {
    DetectedFace face;
    face.box = {left, top, face_height * 0.8F, face_height};
    face.landmarks = face::alignment_template();
    for (face::Point& point : face.landmarks) {
        point = {left + point.x / 128 * face_height, top + point.y / 128 * face_height};
    }
    face.landmarks[2].y = face.landmarks[0].y + 0.53F * (face.landmarks[3].y - face.landmarks[0].y);
    face.score = 0.9F;
    return face;
}

DetectedFace good_face() {
    return face_at(200, 100, 200);
}

Guidance guidance_for(const face::Image& picture, const std::vector<DetectedFace>& faces) {
    const auto choice = face::choose_face(picture.view(), faces);
    REQUIRE(std::holds_alternative<Guidance>(choice));
    return std::get<Guidance>(choice);
}

} // namespace

TEST_CASE("a frontal face of the right size in good light passes") {
    const auto choice = face::choose_face(even_picture(128).view(), {good_face()});
    CHECK(std::holds_alternative<DetectedFace>(choice));
}

TEST_CASE("a small face far behind does not make two people") {
    const auto choice =
        face::choose_face(even_picture(128).view(), {good_face(), face_at(20, 20, 110)});
    REQUIRE(std::holds_alternative<DetectedFace>(choice));
    CHECK(std::get<DetectedFace>(choice).box.height == 200);
}

TEST_CASE("each fault has its own guidance") {
    const auto picture = even_picture(128);
    CHECK(guidance_for(picture, {}) == Guidance::NoFace);
    CHECK(guidance_for(picture, {good_face(), face_at(20, 20, 190)}) == Guidance::OnePerson);
    CHECK(guidance_for(picture, {face_at(200, 100, 90)}) == Guidance::Closer);
    CHECK(guidance_for(picture, {face_at(200, 20, 400)}) == Guidance::FurtherBack);
    CHECK(guidance_for(even_picture(40), {good_face()}) == Guidance::Brighter);
    CHECK(guidance_for(even_picture(230), {good_face()}) == Guidance::LessBright);
}

TEST_CASE("eyes too close together in pixels ask to come closer") {
    DetectedFace face = good_face();
    for (face::Point& point : face.landmarks) {
        point = {point.x / 2, point.y / 2};
    }
    CHECK(guidance_for(even_picture(128), {face}) == Guidance::Closer);
}

TEST_CASE(
    "a head that is turned or nods is told the way back, in the patient's own left and right") {
    struct Case {
        const char* what;
        std::function<void(DetectedFace&)> change;
        Guidance guidance;
    };
    const std::vector<Case> cases{
        {"turned to the picture's right, the patient's left",
         [](DetectedFace& face) { face.landmarks[2].x += 25; }, Guidance::TurnRight},
        {"turned the other way", [](DetectedFace& face) { face.landmarks[2].x -= 25; },
         Guidance::TurnLeft},
        {"looking down", [](DetectedFace& face) { face.landmarks[2].y += 20; }, Guidance::ChinUp},
        {"looking up", [](DetectedFace& face) { face.landmarks[2].y -= 20; }, Guidance::ChinDown},
        {"leaning",
         [](DetectedFace& face) {
             face.landmarks[1].y += 30;
             face.landmarks[4].y += 30;
         },
         Guidance::LookStraight},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        DetectedFace face = good_face();
        c.change(face);
        CHECK(guidance_for(even_picture(128), {face}) == c.guidance);
    }
}

TEST_CASE("light from one side says from which, in the patient's own left and right") {
    face::Image picture = even_picture(80);
    const auto pixels = picture.pixels_for_writing();
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if ((i / 3) % width >= 280) {
            pixels[i] = 190;
        }
    }
    const auto light = face::measure_light(picture.view(), good_face().box);
    CHECK(light.mean == Approx(135).margin(1));
    CHECK(light.side_ratio == Approx(190.0 / 80).margin(0.05));
    CHECK_FALSE(light.left_is_brighter);
    CHECK(guidance_for(picture, {good_face()}) == Guidance::LightFromLeft);
}

TEST_CASE("a face outside the picture has no light to measure") {
    const auto light = face::measure_light(even_picture(128).view(), {700, 500, 50, 50});
    CHECK(light.mean == 0);
}

TEST_CASE("angles come out of five points in the right direction") {
    CHECK(face::estimate_pose(good_face().landmarks).yaw == Approx(0).margin(1));
    CHECK(face::estimate_pose(good_face().landmarks).roll == Approx(0).margin(1));
    auto leaning = good_face().landmarks;
    leaning[1].y += 20;
    leaning[4].y += 20;
    CHECK(face::estimate_pose(leaning).roll > 10);
    CHECK(std::isfinite(face::estimate_pose({}).yaw)); // all points on one spot
}

TEST_CASE("a blurred face is asked to hold still, a sharp one is not") {
    CHECK(face::judge_sharpness(even_picture(128).view()) == Guidance::HoldStill);
    CHECK_FALSE(face::judge_sharpness(test::striped_picture(128, 128, PixelFormat::Bgr8).view())
                    .has_value());
}

TEST_CASE("what hides or shuts a part of the face is named") {
    struct Case {
        const char* what;
        face::FaceParts parts;
        std::optional<Guidance> guidance;
    };
    const face::FaceParts open{7, 3, 0.7F, 0};
    const std::vector<Case> cases{
        {"nothing hidden", open, std::nullopt},
        {"closed eyes", {4, 3, 0.7F, 0}, Guidance::OpenEyes},
        {"a mask", {7, 18, 0.7F, 0}, Guidance::LowerMask},
        {"a mask, and eyes closed", {4, 18, 0.7F, 0}, Guidance::LowerMask},
        {"sunglasses", {7, 3, 0.2F, 0}, Guidance::GlassesOff},
        {"glare on glasses", {7, 3, 0.7F, 0.4F}, Guidance::GlassesOff},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        CHECK(face::judge_parts(c.parts) == c.guidance);
    }
}

TEST_CASE("each guidance has a text identifier of its own") {
    std::set<std::string_view> ids;
    for (int i = 0; i <= static_cast<int>(Guidance::HoldStill); ++i) {
        const auto id = face::text_id(static_cast<Guidance>(i)).view();
        CHECK((id.starts_with("face.guidance.") || id.starts_with("face.challenge.")));
        CHECK(ids.insert(id).second);
    }
    CHECK(face::text_id(Guidance::NoFace).view() == "face.guidance.no_face");
    CHECK(face::text_id(Guidance::TurnLeft).view() == "face.guidance.turn_left");
    CHECK(face::text_id(Guidance::LowerMask).view() == "face.guidance.lower_mask");
    CHECK(face::text_id(Guidance::HoldStill).view() == "face.guidance.hold_still");
}
