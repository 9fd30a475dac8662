// Faults of the face camera and of the models (I04, I07): each has its reason and a way on, and the
// next patient is received.
#include "drivers/camera/newest_frame_camera.hpp"
#include "tests/unit/terminal_app/reception/face_desk.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::FaceDesk;
using madoguchi::test::person;
using std::chrono_literals::operator""ms;

namespace {

constexpr WaySet without_face = WaySet().with(Way::Pin).with(Way::Visual);

Frame plain(int width, int height, std::uint8_t level) {
    const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    return {width, height, PixelFormat::Bgr8, Bytes(pixels, level), {}, 0};
}

Frame with_short_buffer() {
    Frame frame = person("p02");
    frame.pixels.resize(frame.pixels.size() / 2);
    return frame;
}

// A device that gives one picture again and again, without a sensor's noise.
class FrozenSupply final : public drivers::FrameSupply {
public:
    explicit FrozenSupply(Frame picture) : picture_(std::move(picture)) {}
    Result<Frame> read() override {
        std::this_thread::sleep_for(5ms);
        return picture_;
    }
    bool stillness_is_failure() const override { return true; }

private:
    Frame picture_;
};

class FrozenCamera final : public hal::CameraSource {
public:
    explicit FrozenCamera(Frame picture) : picture_(std::move(picture)) {}
    Result<std::unique_ptr<hal::Camera>> open(Deadline deadline) override {
        return drivers::open_newest_frame_camera(
            [this]() -> Result<std::unique_ptr<drivers::FrameSupply>> {
                return std::make_unique<FrozenSupply>(picture_);
            },
            deadline, 500ms);
    }

private:
    Frame picture_;
};

// The models, one of them as the test wants it.
void fill_model_folder(const std::filesystem::path& folder, const std::filesystem::path& left_out) {
    for (const auto& entry : std::filesystem::directory_iterator(MADOGUCHI_MODELS)) {
        if (entry.path().filename() != left_out) {
            std::filesystem::create_symlink(entry.path(), folder / entry.path().filename());
        }
    }
}

test::BenchOptions with_models_of(const std::filesystem::path& folder,
                                  test::ScriptedCamera& camera) {
    test::BenchOptions options = test::face_options(camera);
    options.face = [folder] {
        const auto models = face::ModelSet::load(folder);
        REQUIRE_FALSE(models.has_value());
        return FaceSettings{fail(models.error())};
    };
    return options;
}

} // namespace

TEST_CASE("pictures that tell nothing end the face way, say why, and leave the other ways") {
    if (!test::models_are_there()) {
        return;
    }
    struct Case {
        const char* what;
        Frame picture;
        FailureReason reason;
    };
    const std::vector<Case> cases{
        {"black", plain(640, 480, 2), FailureReason::CameraBlack},
        {"too small", plain(160, 120, 100), FailureReason::CameraUnsuitable},
        {"a buffer shorter than its size says", with_short_buffer(),
         FailureReason::CameraUnsuitable},
    };
    FaceDesk desk(person("p02"));
    for (const Case& bad : cases) {
        INFO(bad.what);
        desk.camera.show(bad.picture);
        desk.choose_face();
        const State state = desk.bench.wait_for(Phase::ChoosingOtherWay).state;
        CHECK(state.reason == bad.reason);
        CHECK(state.ways == without_face);
        CHECK(desk.bench.wait_for(Part::Camera, Condition::Down).reason == bad.reason);
        desk.bench.press(PatientAction(action::Cancel{}));
        desk.bench.take_card();
        CHECK(desk.bench.receive_by_pin().outcome == "eligible");
        desk.bench.take_card();
        desk.camera.show(person("p02"));
        desk.bench.wait_for(Part::Camera, Condition::Ok);
        CHECK(desk.receive_by_face().outcome == "eligible");
        desk.bench.take_card();
    }
}

TEST_CASE("a camera that is black from the start is told before anybody comes") {
    if (!test::models_are_there()) {
        return;
    }
    test::ScriptedCamera camera(plain(640, 480, 2));
    test::ReceptionBench bench(test::face_options(camera));
    CHECK(bench.wait_for(Part::Camera, Condition::Down).reason == FailureReason::CameraBlack);
    bench.insert();
    CHECK(bench.wait_for(Phase::ChoosingWay).state.ways == without_face);
}

TEST_CASE("a frozen picture of the card's holder is no look at them: the camera is lost") {
    if (!test::models_are_there()) {
        return;
    }
    FrozenCamera camera(person("p02"));
    test::ReceptionBench bench(test::face_options(camera));
    bench.wait_for(Part::Camera, Condition::Ok);
    CHECK(bench.receive(test::by_face()).reason == FailureReason::CameraLost);
    bench.take_card();
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("a camera of one picture a second receives by face, and staff are told that it is slow") {
    if (!test::models_are_there()) {
        return;
    }
    FaceDesk desk(test::nobody());
    desk.camera.slow_down(1000ms);
    desk.choose_face();
    CHECK(desk.bench.wait_for(Phase::ChoosingOtherWay).state.reason == FailureReason::FaceNone);
    CHECK(desk.bench.wait_for(Part::Camera, Condition::Degraded).reason ==
          FailureReason::CameraSlow);
    desk.camera.show(person("p02"));
    desk.bench.press(PatientAction(action::ChooseWay{Way::Face}));
    desk.bench.wait_for(Phase::Consenting);
}

TEST_CASE("a model that is missing or changed is named, and the other ways receive") {
    if (!test::models_are_there()) {
        return;
    }
    const test::TemporaryFolder folder;
    const std::string model = "face_detection_yunet_2023mar.onnx";
    fill_model_folder(folder.path(), model);
    const ErrorCode error = GENERATE(ErrorCode::ModelMissing, ErrorCode::ModelAltered);
    if (error == ErrorCode::ModelAltered) {
        std::filesystem::copy_file(std::filesystem::path(MADOGUCHI_MODELS) / model,
                                   folder.path() / model);
        std::fstream(folder.path() / model, std::ios::in | std::ios::out | std::ios::binary) << 'x';
    }
    const auto models = face::ModelSet::load(folder.path());
    REQUIRE_FALSE(models.has_value());
    CHECK(models.error().code() == error);
    CHECK(models.error().text().find(model) != std::string_view::npos);
    test::ScriptedCamera camera(person("p02"));
    test::ReceptionBench bench(with_models_of(folder.path(), camera));
    CHECK(bench.wait_for(Part::Face, Condition::Down).reason == FailureReason::FaceModels);
    CHECK(bench.receive(test::by_face()).reason == FailureReason::FaceModels);
    bench.take_card();
    CHECK(bench.receive_by_pin().outcome == "eligible");
}
