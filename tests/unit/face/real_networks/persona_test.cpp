#include "face/codec/codec_decoder.hpp"
#include "tests/unit/face/real_networks/real_engine.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;
using face::Guidance;
using face::MatchVerdict;

namespace {

const std::vector<std::string> personas{"p02", "p03", "p05", "p09", "p16"};

// Shows one person's office pictures in turn, as a camera would, until the session decides.
face::MatchDecision decision_of(face::FaceEngine& engine, face::FaceTemplate chip,
                                const std::string& person) {
    face::MatchSession session(engine, std::move(chip));
    const std::array pictures{test::persona_picture(person, "live_01.jpg"),
                              test::persona_picture(person, "live_06.jpg")};
    MonotonicTime now{};
    for (std::uint64_t sequence = 1; sequence <= 15; ++sequence) {
        now += 100ms;
        const auto& picture = pictures[sequence % pictures.size()];
        const auto progress =
            session.feed(test::frame_of(picture.view(), sequence, now), now).value();
        if (progress.decision) {
            return *progress.decision;
        }
    }
    return session.conclude();
}

Guidance guidance_for(face::FaceEngine& engine, const Frame& frame) {
    const auto picture = face::ImageView::of(frame);
    REQUIRE(picture.has_value());
    const auto seen = engine.look(*picture);
    REQUIRE(seen.has_value());
    REQUIRE(std::holds_alternative<Guidance>(*seen));
    return std::get<Guidance>(*seen);
}

} // namespace

TEST_CASE("each persona before the camera matches the photo of the own card") {
    face::FaceEngine* engine = test::real_engine();
    if (engine == nullptr) {
        return;
    }
    for (const std::string& persona : personas) {
        INFO(persona);
        const auto decision = decision_of(*engine, test::chip_face(*engine, persona), persona);
        CHECK(decision.verdict == MatchVerdict::Match);
        CHECK(decision.frames == 5);
    }
}

TEST_CASE("nobody matches the photo of somebody else's card") {
    face::FaceEngine* engine = test::real_engine();
    if (engine == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < personas.size(); ++i) {
        const std::string& other = personas[(i + 1) % personas.size()];
        INFO(personas[i] << " with the card of " << other);
        const auto decision = decision_of(*engine, test::chip_face(*engine, other), personas[i]);
        CHECK(decision.verdict != MatchVerdict::Match);
        REQUIRE(decision.score.has_value());
        CHECK(*decision.score < 0.43F);
    }
}

TEST_CASE("two people before the camera are asked to come one at a time") {
    if (face::FaceEngine* engine = test::real_engine()) {
        const auto left = test::persona_picture("p02", "live_01.jpg");
        const auto right = test::persona_picture("p05", "live_01.jpg");
        CHECK(guidance_for(*engine, test::side_by_side(left.view(), right.view())) ==
              Guidance::OnePerson);
    }
}

TEST_CASE("a dark room asks for light, an empty one for a face") {
    if (face::FaceEngine* engine = test::real_engine()) {
        const auto picture = test::persona_picture("p02", "live_01.jpg");
        CHECK(guidance_for(*engine, test::darkened(picture.view(), 0.25)) == Guidance::Brighter);
        CHECK(guidance_for(*engine, test::darkened(picture.view(), 0)) == Guidance::NoFace);
    }
}

TEST_CASE("a head turned away is asked to turn back") {
    if (face::FaceEngine* engine = test::real_engine()) {
        const auto turned = test::persona_picture("p02", "turn_04.jpg");
        // To the left of the picture, which is the person's right.
        CHECK(guidance_for(*engine, test::frame_of(turned.view(), 1, {})) == Guidance::TurnLeft);
    }
}

TEST_CASE("a mask is asked to be lowered") {
    if (face::FaceEngine* engine = test::real_engine()) {
        for (const std::string& persona : personas) {
            INFO(persona);
            const auto masked = test::persona_picture(persona, "live_mask.jpg");
            // Hers has nearly the colour of skin; that the landmark finders disagree holds it back.
            const auto expected = persona == "p16" ? Guidance::ClearFace : Guidance::LowerMask;
            CHECK(guidance_for(*engine, test::frame_of(masked.view(), 1, {})) == expected);
        }
    }
}

TEST_CASE("closed eyes are asked to open, unless the eyes are not judged") {
    if (face::FaceEngine* engine = test::real_engine()) {
        for (const std::string& persona : personas) {
            INFO(persona);
            const auto closed = test::persona_picture(persona, "live_closed.jpg");
            CHECK(guidance_for(*engine, test::frame_of(closed.view(), 1, {})) ==
                  Guidance::OpenEyes);
            const auto unjudged = engine->look(closed.view(), face::EyeGate::Off);
            REQUIRE(unjudged.has_value());
            CHECK(std::holds_alternative<face::SeenFace>(*unjudged));
        }
    }
}

TEST_CASE(
    "whose eyes look closed is asked to open them for two seconds and then compared all the same") {
    if (face::FaceEngine* engine = test::real_engine()) {
        face::MatchSession session(*engine, test::chip_face(*engine, "p02"));
        const auto picture = test::persona_picture("p02", "live_closed.jpg");
        MonotonicTime now{};
        for (std::uint64_t number = 1; number <= 25; ++number) {
            INFO(number);
            now += 100ms;
            const auto seen =
                session.feed(test::frame_of(picture.view(), number, now), now).value();
            CHECK((seen.guidance == Guidance::OpenEyes) == (number <= 20));
            CHECK(seen.decision.has_value() == (number == 25));
        }
        CHECK(session.conclude().verdict == MatchVerdict::Match);
    }
}

TEST_CASE("what covers the eyes is asked to be taken off") {
    if (face::FaceEngine* engine = test::real_engine()) {
        struct Cover {
            const char* what;
            std::uint8_t value;
            int across;
            int down;
        };
        for (const Cover& cover : {Cover{"sunglasses", 12, 24, 16}, Cover{"glare", 255, 12, 6}}) {
            INFO(cover.what);
            auto picture = test::persona_picture("p02", "live_01.jpg");
            const auto eyes = engine->find_main_face(picture.view()).value().landmarks;
            test::paint(picture, eyes[0], cover.across, cover.down, cover.value);
            test::paint(picture, eyes[1], cover.across, cover.down, cover.value);
            CHECK(guidance_for(*engine, test::frame_of(picture.view(), 1, {})) ==
                  Guidance::GlassesOff);
        }
    }
}

TEST_CASE("a card photo without a face, or with two, is unusable") {
    if (face::FaceEngine* engine = test::real_engine()) {
        const auto reason_for = [&](const face::ImageView& portrait) {
            face::CodecDecoder decoder;
            const auto outcome =
                engine->read_chip_photo(decoder, test::chip_photo(portrait)).value();
            REQUIRE(std::holds_alternative<face::MatchDecision>(outcome));
            CHECK(std::get<face::MatchDecision>(outcome).verdict == MatchVerdict::UnusablePhoto);
            return std::get<face::MatchDecision>(outcome).reason;
        };
        const auto blank = test::striped_picture(480, 640, PixelFormat::Bgr8);
        CHECK(reason_for(blank.view()) == face::MatchReason::PhotoWithoutFace);
        const auto portrait = test::persona_picture("p09", "chip.png");
        const Frame both = test::side_by_side(portrait.view(), portrait.view());
        CHECK(engine->describe_only_face(*face::ImageView::of(both)).error().code() ==
              ErrorCode::FaceNotSingle);
    }
}
