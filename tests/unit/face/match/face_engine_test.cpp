#include "face/codec/codec_decoder.hpp"
#include "face/match/face_engine.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::MatchDecision;
using face::MatchReason;
using face::MatchVerdict;
using test::striped_picture;

namespace {

face::CodecDecoder decoder;

MatchDecision decision_on(face::FaceEngine& engine, ByteView photo) {
    const auto outcome = engine.read_chip_photo(decoder, photo);
    REQUIRE(outcome.has_value());
    REQUIRE(std::holds_alternative<MatchDecision>(*outcome));
    return std::get<MatchDecision>(*outcome);
}

class ScriptedSecondOpinion final : public face::PhotoCrossCheck {
public:
    explicit ScriptedSecondOpinion(std::vector<face::FaceBox> boxes) : boxes_(std::move(boxes)) {}

    Result<std::vector<face::FaceBox>> find_faces(const face::ImageView& /*photo*/) override {
        return boxes_;
    }

private:
    std::vector<face::FaceBox> boxes_;
};

// The scripted detector sees the face of a card's photo at the upper left, 120 pixels tall.
bool photo_is_usable(std::vector<face::FaceBox> second_opinion) {
    test::Scene scene;
    face::FaceEngine engine({std::make_unique<test::ScriptedDetector>(scene),
                             std::make_unique<test::ScriptedEmbedder>(scene), nullptr,
                             std::make_unique<ScriptedSecondOpinion>(std::move(second_opinion))});
    const Bytes photo = test::chip_photo(striped_picture(480, 640, PixelFormat::Bgr8).view());
    const auto outcome = engine.read_chip_photo(decoder, photo);
    REQUIRE(outcome.has_value());
    return std::holds_alternative<face::FaceTemplate>(*outcome);
}

} // namespace

TEST_CASE("a chip photo in which a second method sees other faces is unusable") {
    CHECK(photo_is_usable({{5, 5, 110, 110}}));
    CHECK(photo_is_usable({})); // it misses faces
    CHECK_FALSE(photo_is_usable({{5, 5, 110, 110}, {80, 100, 80, 80}}));
    CHECK_FALSE(photo_is_usable({{80, 100, 110, 110}}));
}

TEST_CASE("a chip photo with one face becomes a template") {
    test::Scene scene;
    auto engine = test::scripted_engine(scene);
    const Bytes photo = test::chip_photo(striped_picture(480, 640, PixelFormat::Bgr8).view());
    const auto outcome = engine.read_chip_photo(decoder, photo);
    REQUIRE(outcome.has_value());
    CHECK(std::holds_alternative<face::FaceTemplate>(*outcome));
}

TEST_CASE("a chip photo that cannot serve ends the face way with its reason") {
    test::Scene scene;
    auto engine = test::scripted_engine(scene);
    const Bytes photo = test::chip_photo(striped_picture(480, 640, PixelFormat::Bgr8).view());

    SECTION("no photo, as on infants' cards") {
        const auto decision = decision_on(engine, {});
        CHECK(decision.verdict == MatchVerdict::NoPhoto);
        CHECK(decision.reason == MatchReason::PhotoMissing);
    }
    SECTION("garbage") {
        CHECK(decision_on(engine, as_bytes("garbage")).reason == MatchReason::PhotoRefused);
    }
    SECTION("another kind of picture") {
        const Bytes png =
            test::encoded(striped_picture(192, 240, PixelFormat::Grey8).view(), ".png");
        CHECK(decision_on(engine, png).reason == MatchReason::PhotoRefused);
    }
    SECTION("no face in it") {
        scene.faces = 0;
        const auto decision = decision_on(engine, photo);
        CHECK(decision.verdict == MatchVerdict::UnusablePhoto);
        CHECK(decision.reason == MatchReason::PhotoWithoutFace);
    }
    SECTION("two faces in it") {
        scene.faces = 2;
        CHECK(decision_on(engine, photo).reason == MatchReason::PhotoWithSeveralFaces);
    }
    CHECK(scene.embedded == 0);
}

TEST_CASE("a network that fails is an error, not a bad photo") {
    test::Scene scene;
    scene.detector_fails = true;
    auto engine = test::scripted_engine(scene);
    const auto outcome = engine.read_chip_photo(
        decoder, test::chip_photo(striped_picture(480, 640, PixelFormat::Bgr8).view()));
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code() == ErrorCode::ModelFailed);
}

TEST_CASE("a frame that fails a gate is not embedded") {
    test::Scene scene;
    scene.faces = 2;
    auto engine = test::scripted_engine(scene);
    const auto picture = striped_picture(640, 480, PixelFormat::Bgr8);
    const auto seen = engine.look(picture.view());
    REQUIRE(seen.has_value());
    CHECK(std::get<face::Guidance>(*seen) == face::Guidance::OnePerson);
    CHECK(scene.embedded == 0);
}
