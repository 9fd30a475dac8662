#include "face/evaluate/presentation.hpp"
#include "face/evaluate/presentation_rates.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/face/support/head_model.hpp"
#include "tests/unit/face/support/scripted_face.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace madoguchi;
using namespace madoguchi::face;

namespace {

Result<std::vector<PresentationFiles>> read(const std::string& text) {
    std::istringstream list(text);
    return read_presentations(list, "/p");
}

LivenessVerdict verdict_of(LivenessReason texture) {
    LivenessVerdict verdict;
    for (std::size_t i = 0; i < verdict.signs.size(); ++i) {
        verdict.signs[i] = {static_cast<LivenessTest>(i), LivenessReason::AsOfAPerson, 1.0F};
    }
    verdict.signs[0].reason = texture;
    return verdict;
}

std::vector<Image> one_picture() {
    std::vector<Image> pictures;
    pictures.push_back(test::striped_picture(640, 480, PixelFormat::Bgr8));
    return pictures;
}

} // namespace

TEST_CASE("a list of presentations: straight, left and right, the last two perhaps missing") {
    const auto list =
        read("# people\n\na.jpg,b.jpg\tl.jpg\tr1.jpg,r2.jpg\n/x/c.jpg\nd.jpg\t\te.jpg\n");
    REQUIRE(list.has_value());
    REQUIRE(list->size() == 3);
    CHECK((*list)[0].straight == std::vector<std::filesystem::path>{"/p/a.jpg", "/p/b.jpg"});
    CHECK((*list)[0].right == std::vector<std::filesystem::path>{"/p/r1.jpg", "/p/r2.jpg"});
    CHECK((*list)[1].straight == std::vector<std::filesystem::path>{"/x/c.jpg"});
    CHECK((*list)[1].left.empty());
    CHECK((*list)[2].left.empty());
    CHECK((*list)[2].right == std::vector<std::filesystem::path>{"/p/e.jpg"});
}

TEST_CASE("a list that is no list of presentations is refused") {
    for (const char* text : {"\tl.jpg\n", "a\tb\tc\td\n", "a,,b\n", "a\tb,\n"}) {
        INFO(text);
        CHECK(read(text).error().code() == ErrorCode::SyntaxInvalid);
    }
    CHECK(read(std::string(9000, 'x')).error().code() == ErrorCode::TooLarge);
}

TEST_CASE(
    "what was not shown to live counts as refused; an attack passes only when all was shown") {
    PresentationTally tally;
    tally.add(verdict_of(LivenessReason::AsOfAPerson));
    tally.add(verdict_of(LivenessReason::LooksArtificial));
    tally.add(verdict_of(LivenessReason::TooFewFrames));
    CHECK(tally.taken_for_living().count == 1);
    CHECK(tally.not_taken().count == 2);
    CHECK(tally.not_taken().of == 3);
    CHECK(tally.failed(LivenessTest::Texture) == 1);
    CHECK(tally.not_judged(LivenessTest::Texture) == 1);
    CHECK(tally.failed(LivenessTest::Border) == 0);
    CHECK(AttackSpecies{"print", tally}.apcer().count == 1);
}

TEST_CASE("a still presentation is asked to turn, and does not; one without a face is not asked") {
    test::Scene scene;
    auto engine = test::scripted_engine(scene);
    PresentationPlayer player(engine, {});
    const Presentation still{one_picture(), {}, {}};
    scene.landmarks = test::points_of(test::Shape::Head, {});
    for (const TurnSide side : {TurnSide::Left, TurnSide::Right}) {
        CHECK(player.play(still, side)->of(LivenessTest::Turn).reason ==
              LivenessReason::TurnNotSeen);
    }
    scene.faces = 0;
    const auto nobody = player.play(still, TurnSide::Left);
    CHECK(nobody->of(LivenessTest::Turn).reason == LivenessReason::TooFewFrames);
    CHECK(nobody->grade() == LivenessGrade::Unproved);
}
