// Card fronts as a simulated camera sees them, and what the reader makes of them. The large
// evaluation is `madoguchi surface evaluate`.
#include "hw-sim/surface/surface_scene.hpp"
#include "surface/reading/number_reader.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace madoguchi;
using surface::NumberReader;

namespace {

constexpr CivilDate today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(20)};

NumberReader& shared_reader() {
    static NumberReader reader = NumberReader::create().value();
    return reader;
}

Frame frame_of(const cv::Mat& picture) {
    return {picture.cols,
            picture.rows,
            PixelFormat::Bgr8,
            Bytes(picture.data, picture.data + picture.total() * picture.elemSize()),
            {},
            1};
}

sim::SurfaceScene scene_of(std::uint64_t seed, sim::SceneKind kind, int frames) {
    sim::RandomSource random(seed);
    const sim::PrintedFront front = sim::invent_front(MADOGUCHI_PERSONAS, today, random).value();
    return sim::draw_scene(front, kind, frames, random).value();
}

// Whether anything else is wrong with its frames.
bool shows_other_than(const sim::SurfaceScene& scene, sim::PrintedField hidden) {
    return !std::all_of(scene.frames.begin(), scene.frames.end(), [&](const auto& frame) {
        return frame.is_sharp && frame.covered == std::vector<sim::PrintedField>{hidden};
    });
}

std::optional<std::string> number_of(const sim::SurfaceScene& scene) {
    NumberReader& reader = shared_reader();
    reader.forget();
    for (const sim::SurfaceFrame& frame : scene.frames) {
        REQUIRE(reader.look_at(frame_of(frame.picture)));
        if (auto number = reader.take_number(today)) {
            const SecretBytes digits = std::move(*number).take_digits();
            return std::string(as_text(digits.reveal()));
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("a clean card is read from two frames, whoever it belongs to") {
    const auto* const id = GENERATE("p02", "p03", "p16");
    const sim::Persona persona =
        sim::Persona::load(std::filesystem::path(MADOGUCHI_PERSONAS) / id).value();
    sim::RandomSource random(7);
    const auto scene =
        sim::draw_scene(sim::front_of(persona), sim::SceneKind::Plain, 2, random).value();
    CHECK(number_of(scene) == persona.verification_number_b());
}

TEST_CASE("worn cards in sleeves under lamps are read right or not at all") {
    constexpr int scenes = 6;
    int read = 0;
    for (std::uint64_t seed = 4001; seed < 4001 + scenes; ++seed) {
        const auto scene = scene_of(seed, sim::SceneKind::Usual, 3);
        const auto number = number_of(scene);
        CHECK(number.value_or(sim::verification_number_b(scene.front)) ==
              sim::verification_number_b(scene.front));
        read += number ? 1 : 0;
    }
    CHECK(read >= scenes - 1);
}

TEST_CASE("a field that is hidden in every frame gives no number and is named") {
    using sim::PrintedField;
    const auto [hidden, named] = GENERATE(table<PrintedField, surface::Field>({
        {PrintedField::BirthDate, surface::Field::BirthDate},
        {PrintedField::Expiry, surface::Field::Expiry},
        {PrintedField::SecurityCode, surface::Field::SecurityCode},
    }));
    std::uint64_t seed = 5001;
    auto scene = scene_of(seed, sim::SceneKind::Hidden, 2);
    while (scene.hidden != hidden || shows_other_than(scene, hidden)) {
        REQUIRE(++seed < 5080);
        scene = scene_of(seed, sim::SceneKind::Hidden, 2);
    }
    CHECK_FALSE(number_of(scene));
    CHECK(shared_reader().refusal(today).field == named);
}

TEST_CASE("one frame alone is never enough for a number, and a number is given once") {
    const auto scene = scene_of(4001, sim::SceneKind::Plain, 2);
    NumberReader& reader = shared_reader();
    reader.forget();
    REQUIRE(reader.look_at(frame_of(scene.frames[0].picture)));
    CHECK_FALSE(reader.take_number(today));
    CHECK(reader.standing(surface::Field::SecurityCode).agreeing_frames == 1);
    REQUIRE(reader.look_at(frame_of(scene.frames[1].picture)));
    CHECK(reader.take_number(today));
    CHECK_FALSE(reader.take_number(today));
}

TEST_CASE("frames of two cards give no number") {
    NumberReader& reader = shared_reader();
    reader.forget();
    for (const std::uint64_t seed : {4001U, 4002U}) {
        const auto scene = scene_of(seed, sim::SceneKind::Plain, 1);
        REQUIRE(reader.look_at(frame_of(scene.frames[0].picture)));
    }
    CHECK_FALSE(reader.take_number(today));
}

TEST_CASE("a card that cannot exist today is not presented") {
    const auto scene = scene_of(4001, sim::SceneKind::Plain, 2);
    NumberReader& reader = shared_reader();
    reader.forget();
    for (const auto& frame : scene.frames) {
        REQUIRE(reader.look_at(frame_of(frame.picture)));
    }
    const CivilDate long_ago{std::chrono::year(2017), std::chrono::month(1), std::chrono::day(4)};
    CHECK_FALSE(reader.take_number(long_ago));
    CHECK(reader.refusal(long_ago).field);
}

TEST_CASE("what is no My Number card is refused with its reason") {
    using surface::RefusalReason;
    const auto [object, reason] = GENERATE(table<sim::OtherObject, RefusalReason>({
        {sim::OtherObject::BlankCard, RefusalReason::Blank},
        {sim::OtherObject::DrivingLicence, RefusalReason::OtherCard},
        {sim::OtherObject::CreditCard, RefusalReason::OtherCard},
        {sim::OtherObject::Phone, RefusalReason::OtherShape},
    }));
    std::uint64_t seed = 6001;
    auto scene = scene_of(seed, sim::SceneKind::Foreign, 2);
    while (scene.instead != object) {
        REQUIRE(++seed < 6040);
        scene = scene_of(seed, sim::SceneKind::Foreign, 2);
    }
    CHECK_FALSE(number_of(scene));
    CHECK(shared_reader().refusal(today).reason == reason);
}
