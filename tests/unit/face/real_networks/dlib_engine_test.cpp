// The whole engine with dlib's embedder: stand-ins take the place of its files.
#include "face/codec/codec_decoder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/face/dlib/stand_ins.hpp"
#include "tests/unit/face/real_networks/real_engine.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::EngineKind;

namespace {

Result<face::EngineParts> dlib_parts() {
    const test::TemporaryFolder folder;
    return face::dlib_engine_parts(
        face::ModelSet::load(MADOGUCHI_MODELS).value(), face::Population::Rendered,
        {test::pinned(folder.path() / "shape.dat", test::stand_in_shape()),
         test::pinned(folder.path() / "network.dat", test::stand_in_network())});
}

} // namespace

TEST_CASE("with dlib the card's photo and the person are compared by dlib's numbers") {
    if (test::real_engine() == nullptr) {
        return;
    }
    auto parts = dlib_parts();
    REQUIRE(parts.has_value());
    face::FaceEngine engine(std::move(*parts));
    const auto chip = test::chip_face(engine, "p02");
    CHECK(chip.engine() == EngineKind::Dlib);

    const auto picture = test::persona_picture("p02", "live_01.jpg");
    const auto seen = engine.look(picture.view());
    REQUIRE(seen.has_value());
    REQUIRE(std::holds_alternative<face::SeenFace>(*seen));
    const auto& person = std::get<face::SeenFace>(*seen);
    CHECK(person.face.engine() == EngineKind::Dlib);
    CHECK(face::score_of(chip, person.face) < 1);
    // The signs of life have limits of 0095's.
    CHECK(person.to_follow().engine() == EngineKind::OpenCv);
}

TEST_CASE("a person before dlib is shown to live as before the other engine") {
    if (test::real_engine() == nullptr) {
        return;
    }
    auto parts = dlib_parts();
    REQUIRE(parts.has_value());
    face::FaceEngine engine(std::move(*parts));
    const auto check = test::make_real_liveness({face::LivenessMode::StaffNotice, false, {}});
    face::LiveMatch match(engine, test::chip_face(engine, "p02"), {}, check.get());
    MonotonicTime now{};
    for (std::uint64_t number = 1; number <= 6; ++number) {
        now += std::chrono::milliseconds(100);
        const auto picture = test::persona_picture(
            "p02", "turn_0" + std::string(number % 2 == 0 ? "1" : "6") + ".jpg");
        REQUIRE(match.feed(test::frame_of(picture.view(), number, now), now).has_value());
    }
    const auto decision = match.conclude();
    REQUIRE(decision.liveness.has_value());
    CHECK(decision.liveness->of(face::LivenessTest::Motion).reason ==
          face::LivenessReason::AsOfAPerson);
}
