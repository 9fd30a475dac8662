#include "face/codec/codec_decoder.hpp"
#include "face/evaluate/averaged_evaluation.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::PairTruth;

namespace {

face::CodecDecoder decoder;

// The likeness to the reference stands in the name of the picture's file; "empty" has no face.
class Desk {
public:
    explicit Desk(int frames) : evaluation(templates_, frames) {}

    void show(const std::string& reference, const std::string& live,
              PairTruth truth = PairTruth::SamePerson, const std::string& condition = "") {
        REQUIRE(evaluation.add({reference, live, truth, condition, 0}).has_value());
    }

private:
    face::PictureSource source() {
        return [this](const std::filesystem::path& path) -> Result<face::Image> {
            const std::string name = path.filename().string();
            scene_.faces = name == "empty" ? 0 : 1;
            scene_.likeness = name == "empty" ? 0 : std::stod(name);
            return test::striped_picture(320, 240, PixelFormat::Bgr8);
        };
    }

    test::Scene scene_;
    face::FaceEngine engine_ = test::scripted_engine(scene_);
    face::TemplateCache templates_{engine_, source(), decoder};

public:
    face::AveragedEvaluation evaluation;
};

std::uint64_t reaching(const face::ScoreTally& tally, float score) {
    return tally.reaching()[static_cast<std::size_t>((score + 1) * 32768)];
}

} // namespace

TEST_CASE("so many pictures of one visit make one comparison with their mean") {
    Desk desk(2);
    desk.show("card/1", "visit/1.0");
    desk.show("card/1", "visit/-0.6"); // half way between: 63.4 degrees from the reference
    const auto& same = desk.evaluation.tallies().same;
    CHECK(same.comparisons() == 1);
    CHECK(reaching(same, 0.44F) == 1);
    CHECK(reaching(same, 0.46F) == 0);
    CHECK(desk.evaluation.unused_pairs() == 0);
}

TEST_CASE("another photo, folder, truth or condition begins a row anew") {
    const std::vector<std::function<void(Desk&)>> changes{
        [](Desk& desk) { desk.show("card/0.9", "visit/0.8"); },
        [](Desk& desk) { desk.show("card/1", "other/0.8"); },
        [](Desk& desk) { desk.show("card/1", "visit/0.8", PairTruth::DifferentPeople); },
        [](Desk& desk) { desk.show("card/1", "visit/0.8", PairTruth::SamePerson, "dim"); },
    };
    for (const auto& change : changes) {
        Desk desk(2);
        desk.show("card/1", "visit/0.9");
        change(desk);
        CHECK(desk.evaluation.tallies().same.comparisons() == 0);
        CHECK(desk.evaluation.tallies().different.comparisons() == 0);
        CHECK(desk.evaluation.unused_pairs() == 2);
    }
}

TEST_CASE("a picture without a face does not fill a row") {
    Desk desk(2);
    desk.show("card/1", "visit/0.9");
    desk.show("card/1", "visit/empty");
    CHECK(desk.evaluation.tallies().same.comparisons() == 0);
    desk.show("card/1", "visit/0.8");
    CHECK(desk.evaluation.tallies().same.comparisons() == 1);
    CHECK(desk.evaluation.unused_pairs() == 1);
}

TEST_CASE("a photo without a face is compared with nobody") {
    Desk desk(1);
    desk.show("card/empty", "visit/0.9");
    CHECK(desk.evaluation.tallies().same.comparisons() == 0);
    CHECK(desk.evaluation.unused_pairs() == 1);
}
