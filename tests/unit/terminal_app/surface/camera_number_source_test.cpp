// What comes of a document camera: a number, or one reason why there is none.
#include "hw-sim/surface/surface_scene.hpp"
#include "terminal_app/service/camera_number_source.hpp"
#include "tests/support/patient_watcher.hpp"
#include "tests/unit/terminal_app/surface/front_camera.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::FrontCamera;
using madoguchi::test::PatientWatcher;
using std::chrono_literals::operator""s;
using std::chrono_literals::operator""ms;

namespace {

class NovemberClock final : public Clock {
public:
    [[nodiscard]] MonotonicTime monotonic_now() const override {
        return std::chrono::steady_clock::now();
    }
    [[nodiscard]] CivilTime civil_now() const override {
        using namespace std::chrono;
        return sys_days(2026y / November / 20);
    }
};

sim::Persona person() {
    return sim::Persona::load(std::filesystem::path(MADOGUCHI_PERSONAS) / "p02").value();
}

// Of a clean card, each a little different, as a camera gives them.
const std::vector<Frame>& card_pictures() {
    static const std::vector<Frame> pictures = [] {
        sim::RandomSource random(7);
        const auto scene =
            sim::draw_scene(sim::front_of(person()), sim::SceneKind::Plain, 3, random).value();
        std::vector<Frame> frames;
        for (const auto& [picture, covered, sharp] : scene.frames) {
            frames.push_back(
                {picture.cols,
                 picture.rows,
                 PixelFormat::Bgr8,
                 Bytes(picture.data, picture.data + picture.total() * picture.elemSize()),
                 {},
                 0});
        }
        return frames;
    }();
    return pictures;
}

Frame plain(int width, int height, std::uint8_t level) {
    const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    return {width, height, PixelFormat::Bgr8, Bytes(pixels, level), {}, 0};
}

std::vector<Frame> two_plain(int width, int height, std::uint8_t level) {
    return {plain(width, height, level),
            plain(width, height, static_cast<std::uint8_t>(level + 1))};
}

Frame with_short_buffer() {
    Frame frame = plain(1600, 1200, 100);
    frame.pixels.pop_back();
    return frame;
}

FrontCamera showing(std::vector<Frame> pictures) {
    FrontCamera camera;
    camera.pictures = std::move(pictures);
    return camera;
}

FrontCamera failing(ErrorCode code, std::size_t good_frames) {
    FrontCamera camera = showing(two_plain(1600, 1200, 100));
    camera.fails_with = code;
    camera.good_frames = good_frames;
    return camera;
}

FrontCamera not_opening(ErrorCode code) {
    FrontCamera camera;
    camera.opening_fails = code;
    return camera;
}

Result<SecretBytes> read(FrontCamera& camera, PatientWatcher& watcher) {
    const NovemberClock clock;
    CameraNumberLimits limits;
    limits.most_frames = 30;
    CameraNumberSource source(camera, surface::NumberReader::create(), clock, limits);
    return source.read_number(Deadline::after(120s), watcher);
}

} // namespace

TEST_CASE("a card before the camera gives its number, at ten frames a second and at one") {
    FrontCamera camera = showing(card_pictures());
    camera.interval = GENERATE(100ms, 1000ms);
    PatientWatcher watcher;
    const auto number = read(camera, watcher);
    REQUIRE(number.has_value());
    CHECK(as_text(number->reveal()) == person().verification_number_b());
    CHECK(watcher.told_slow == (camera.interval == 1000ms && watcher.looks > 1));
}

TEST_CASE("a camera of one frame a second is told to be slow") {
    FrontCamera camera = showing(two_plain(1600, 1200, 100));
    camera.interval = 1000ms;
    PatientWatcher watcher;
    CHECK(read(camera, watcher).error().code() == ErrorCode::SurfaceUnreadable);
    CHECK(watcher.told_slow);
}

TEST_CASE("each fault of the camera has its own error") {
    struct Case {
        const char* what;
        FrontCamera camera;
        ErrorCode error;
        const char* hindrance; // what the patient was told on the way; "": nothing
    };
    std::vector<Case> cases{
        {"not there", not_opening(ErrorCode::CameraMissing), ErrorCode::CameraMissing, ""},
        {"does not open in time", not_opening(ErrorCode::DeadlineExceeded),
         ErrorCode::CameraMissing, ""},
        {"unplugged", failing(ErrorCode::CameraLost, 2), ErrorCode::CameraLost,
         "surface.guidance.not-found"},
        {"hangs", failing(ErrorCode::DeadlineExceeded, 2), ErrorCode::CameraLost,
         "surface.guidance.not-found"},
        {"frozen", showing({plain(1600, 1200, 100)}), ErrorCode::CameraLost,
         "surface.guidance.not-found"},
        {"black", showing(two_plain(1600, 1200, 3)), ErrorCode::ImageUnreadable,
         "surface.guidance.black"},
        {"small pictures", showing(two_plain(640, 480, 100)), ErrorCode::ImageRefused, ""},
        {"a buffer shorter than its size says", showing({with_short_buffer()}),
         ErrorCode::ImageRefused, ""},
        {"nothing but the desk", showing(two_plain(1600, 1200, 100)), ErrorCode::SurfaceUnreadable,
         "surface.guidance.not-found"},
    };
    for (Case& one : cases) {
        INFO(one.what);
        PatientWatcher watcher;
        const auto number = read(one.camera, watcher);
        REQUIRE_FALSE(number.has_value());
        CHECK(number.error().code() == one.error);
        std::set<std::string_view> told;
        if (*one.hindrance != '\0') {
            told.insert(one.hindrance);
        }
        CHECK(watcher.hindrances == told);
    }
}

TEST_CASE("the same picture again is no second look: a frozen camera gives no number") {
    FrontCamera camera = showing({card_pictures().front()});
    PatientWatcher watcher;
    const auto number = read(camera, watcher);
    REQUIRE_FALSE(number.has_value());
    CHECK(number.error().code() == ErrorCode::CameraLost);
    CHECK(watcher.looks == 1);
}

TEST_CASE("reading ends when nobody waits any more") {
    FrontCamera camera = showing(two_plain(1600, 1200, 100));
    PatientWatcher watcher;
    watcher.loses_interest = true;
    CHECK(read(camera, watcher).error().code() == ErrorCode::Cancelled);
    CHECK(watcher.looks == 1);
}

TEST_CASE("without a reader there is no number, and the camera is left alone") {
    FrontCamera camera = showing(card_pictures());
    const NovemberClock clock;
    CameraNumberSource source(camera, fail(ErrorCode::ModelMissing, "no language data here"),
                              clock);
    PatientWatcher watcher;
    CHECK(source.check(Deadline::after(5s)).error().code() == ErrorCode::ModelMissing);
    CHECK(source.read_number(Deadline::after(5s), watcher).error().code() ==
          ErrorCode::ModelMissing);
}

TEST_CASE("a front is read for the number of fourteen digits alone") {
    FrontCamera camera;
    const NovemberClock clock;
    const CameraNumberSource source(camera, fail(ErrorCode::ModelMissing, "not needed here"),
                                    clock);
    CHECK(source.gives(14));
    CHECK_FALSE(source.gives(6));
}

TEST_CASE("every refusal of the reader has a text of its own") {
    using enum surface::RefusalReason;
    std::set<std::string_view> texts;
    for (const auto reason : {NotFound, OtherShape, Blank, OtherCard, OutOfFocus}) {
        texts.insert(text_id({reason, std::nullopt}).view());
    }
    for (const auto reason : {Glare, Unsure}) {
        texts.insert(text_id({reason, std::nullopt}).view());
        for (const surface::Field field : surface::all_fields) {
            texts.insert(text_id({reason, field}).view());
        }
    }
    CHECK(texts.size() == 13);
}
