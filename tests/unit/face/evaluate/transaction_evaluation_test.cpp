#include "face/codec/codec_decoder.hpp"
#include "face/evaluate/transaction_evaluation.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::PairTruth;
using face::TransactionCounts;

namespace {

face::CodecDecoder decoder;

// The likeness to the card's face stands in the name of a picture's file; "empty" has no face.
class Desk {
public:
    void list(const std::string& card, const std::string& live, PairTruth truth,
              const std::string& condition) {
        REQUIRE(evaluation.add({card, live, truth, condition, 0}).has_value());
    }
    const face::TransactionGroup& group(const std::string& name) {
        REQUIRE(evaluation.finish().has_value());
        return evaluation.groups().at(name);
    }

private:
    face::PictureSource source() {
        return [this](const std::filesystem::path& path) -> Result<face::Image> {
            const std::string name = path.filename().string();
            scene_.faces = name == "empty" ? 0 : 1;
            scene_.likeness = name == "empty" ? 0 : std::stod(name);
            return test::striped_picture(640, 480, PixelFormat::Bgr8);
        };
    }

    test::Scene scene_;
    face::FaceEngine engine_ = test::scripted_engine(scene_);

public:
    face::TransactionEvaluation evaluation{engine_, source(), decoder};
};

} // namespace

TEST_CASE("a reception is counted in all, in its group and in its condition") {
    Desk desk;
    desk.list("card/1", "visit/0.8", PairTruth::SamePerson, "children/dim");
    for (const char* name : {"all", "children", "children/dim"}) {
        INFO(name);
        const TransactionCounts& genuine = desk.group(name).genuine;
        CHECK(genuine.all == 1);
        CHECK(genuine.accepted == 1);
        CHECK(genuine.lowest == Approx(0.8).margin(0.001));
        CHECK(desk.group(name).impostor.all == 0);
    }
    CHECK(desk.evaluation.groups().size() == 3);
}

TEST_CASE("other people are counted apart and hopeless ones are not accepted") {
    Desk desk;
    desk.list("card/1", "other/0.1", PairTruth::DifferentPeople, "");
    const TransactionCounts& impostor = desk.group("all").impostor;
    CHECK(impostor.all == 1);
    CHECK(impostor.accepted == 0);
    CHECK(impostor.accepted_of_compared().of == 1);
}

TEST_CASE("the gates that let nobody through are no refusal of a score") {
    Desk desk;
    desk.list("card/1", "visit/empty", PairTruth::SamePerson, "");
    const TransactionCounts& genuine = desk.group("all").genuine;
    CHECK(genuine.all == 1);
    CHECK(genuine.not_compared == 1);
    CHECK(genuine.accepted_of_compared().of == 0);
}

TEST_CASE("a card's photo without a face ends the reception before the camera") {
    Desk desk;
    desk.list("card/empty", "visit/0.8", PairTruth::SamePerson, "");
    CHECK(desk.group("all").genuine.photo_unusable == 1);
}

TEST_CASE("another card, person or condition is another reception") {
    Desk desk;
    desk.list("card/1", "a/0.8", PairTruth::SamePerson, "x");
    desk.list("card/1", "a/0.9", PairTruth::SamePerson, "x"); // the same visit goes on
    desk.list("card/1", "b/0.8", PairTruth::SamePerson, "x");
    desk.list("card/0.99", "b/0.8", PairTruth::SamePerson, "x");
    desk.list("card/0.99", "b/0.8", PairTruth::SamePerson, "y");
    CHECK(desk.group("all").genuine.all == 4);
}
