#include "face/codec/codec_decoder.hpp"
#include "face/evaluate/evaluation.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::Evaluation;
using face::FacePair;
using face::PairTruth;
using face::TemplateCache;

namespace {

face::CodecDecoder decoder;

// Pictures by file name: "missing" is not there, "garbage" is no picture, "empty" has no face.
struct Album {
    test::Scene scene;
    face::FaceEngine engine = test::scripted_engine(scene);
    std::vector<std::string> asked;

    face::PictureSource source() {
        return [this](const std::filesystem::path& path) -> Result<face::Image> {
            asked.push_back(path.string());
            if (path == "missing") {
                return fail(ErrorCode::FileUnreadable, "no such picture");
            }
            if (path == "garbage") {
                return fail(ErrorCode::ImageUnreadable, "no picture");
            }
            scene.faces = path == "empty" ? 0 : 1;
            return test::striped_picture(320, 240, PixelFormat::Bgr8);
        };
    }
};

FacePair pair(const std::string& first, const std::string& second, PairTruth truth,
              const std::string& condition = "", std::size_t fold = 0) {
    return {first, second, truth, condition, fold};
}

} // namespace

TEST_CASE("each picture is described once, however often it is listed") {
    Album album;
    TemplateCache templates(album.engine, album.source(), decoder);
    Evaluation evaluation(templates);
    for (int times = 0; times < 3; ++times) {
        REQUIRE(evaluation.add(pair("a", "b", PairTruth::SamePerson)).has_value());
        REQUIRE(evaluation.add(pair("a", "c", PairTruth::DifferentPeople)).has_value());
    }
    CHECK(album.asked == std::vector<std::string>{"a", "b", "c"});
    CHECK(evaluation.all().same.comparisons() == 3);
    CHECK(evaluation.all().different.comparisons() == 3);
}

TEST_CASE("a condition has tallies of its own beside those of all pairs") {
    Album album;
    TemplateCache templates(album.engine, album.source(), decoder);
    Evaluation evaluation(templates);
    REQUIRE(evaluation.add(pair("a", "b", PairTruth::SamePerson, "dim")).has_value());
    REQUIRE(evaluation.add(pair("a", "c", PairTruth::SamePerson)).has_value());
    CHECK(evaluation.all().same.comparisons() == 2);
    REQUIRE(evaluation.by_condition().size() == 1);
    CHECK(evaluation.by_condition().at("dim").same.comparisons() == 1);
}

TEST_CASE("a picture that cannot be compared is a failure and is not asked for again") {
    for (const std::string picture : {"garbage", "empty"}) {
        INFO(picture);
        Album album;
        TemplateCache templates(album.engine, album.source(), decoder);
        Evaluation evaluation(templates);
        REQUIRE(evaluation.add(pair(picture, "b", PairTruth::SamePerson)).has_value());
        REQUIRE(evaluation.add(pair(picture, "b", PairTruth::SamePerson)).has_value());
        CHECK(evaluation.all().same.failures() == 2);
        CHECK(album.asked.size() == 2);
    }
}

TEST_CASE("what is nobody's face at fault ends the evaluation") {
    Album album;
    TemplateCache templates(album.engine, album.source(), decoder);
    Evaluation evaluation(templates);
    const auto missing = evaluation.add(pair("a", "missing", PairTruth::SamePerson));
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code() == ErrorCode::FileUnreadable);
    album.scene.detector_fails = true;
    const auto broken = evaluation.add(pair("d", "e", PairTruth::SamePerson));
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().code() == ErrorCode::ModelFailed);
    CHECK(evaluation.all().same.comparisons() == 0);
}

TEST_CASE("more conditions than anybody means are refused") {
    Album album;
    TemplateCache templates(album.engine, album.source(), decoder);
    Evaluation evaluation(templates);
    for (std::size_t number = 0; number < Evaluation::most_conditions; ++number) {
        REQUIRE(evaluation.add(pair("a", "b", PairTruth::SamePerson, std::to_string(number))));
    }
    CHECK(evaluation.add(pair("a", "b", PairTruth::SamePerson, "0")).has_value());
    const auto one_more = evaluation.add(pair("a", "b", PairTruth::SamePerson, "one more"));
    REQUIRE_FALSE(one_more.has_value());
    CHECK(one_more.error().code() == ErrorCode::TooLarge);
}

TEST_CASE("pairs of folds give an accuracy over folds") {
    Album album;
    TemplateCache templates(album.engine, album.source(), decoder);
    Evaluation evaluation(templates);
    for (const std::size_t fold : {1U, 2U}) {
        REQUIRE(evaluation.add(pair("a", "b", PairTruth::SamePerson, "", fold)).has_value());
        REQUIRE(evaluation.add(pair("a", "empty", PairTruth::DifferentPeople, "", fold)));
    }
    const auto accuracy = evaluation.fold_accuracy();
    REQUIRE(accuracy.has_value());
    CHECK(accuracy->mean == 1);
}

TEST_CASE("the first picture of a pair can be made into a card's photo, the second stays") {
    Album album;
    TemplateCache templates(album.engine, album.source(), decoder, 3000);
    Evaluation evaluation(templates);
    REQUIRE(evaluation.add(pair("a", "a", PairTruth::SamePerson)).has_value());
    CHECK(album.asked == std::vector<std::string>{"a", "a"});
    CHECK(evaluation.all().same.failures() == 0);
}

TEST_CASE("of several faces the tall one in the middle is meant") {
    class TwoFaces final : public face::FaceDetector {
    public:
        Result<std::vector<face::DetectedFace>> detect(const face::ImageView& /*image*/) override {
            face::DetectedFace corner;
            corner.box = {0, 0, 110, 110};
            corner.score = 0.99F;
            face::DetectedFace middle;
            middle.box = {110, 70, 100, 100};
            middle.score = 0.8F;
            return std::vector{corner, middle};
        }
    };
    test::Scene scene;
    face::FaceEngine engine({std::make_unique<TwoFaces>(),
                             std::make_unique<test::ScriptedEmbedder>(scene), nullptr, nullptr});
    const auto picture = test::striped_picture(320, 240, PixelFormat::Bgr8);
    const auto face = engine.find_main_face(picture.view());
    REQUIRE(face.has_value());
    CHECK(face->box.left == 110);
}
