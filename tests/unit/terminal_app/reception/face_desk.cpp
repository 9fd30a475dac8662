#include "tests/unit/terminal_app/reception/face_desk.hpp"

#include "tests/unit/face/real_networks/real_engine.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

namespace madoguchi::test {

using namespace terminal;

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr const char* live_picture = "live_01.jpg";

} // namespace

BenchOptions face_options(hal::CameraSource& camera,
                          const std::optional<face::LivenessPolicy>& liveness) {
    BenchOptions options;
    options.camera = &camera;
    options.face = [liveness] {
        auto engine = make_real_engine();
        REQUIRE(engine.has_value());
        FaceSettings settings{std::move(*engine)};
        settings.policy.time = 4s;
        settings.probe_interval = 10ms;
        if (liveness) {
            settings.policy.time = 8s;
            settings.liveness = make_real_liveness(*liveness);
        }
        return settings;
    };
    return options;
}

HeadlessWishes by_face() {
    HeadlessWishes wishes;
    wishes.way = Way::Face;
    wishes.patience = 60s;
    return wishes;
}

Frame person(const std::string& persona) {
    return frame_of(persona_picture(persona, live_picture).view(), 0, {});
}

Frame two_people(const std::string& left, const std::string& right) {
    const auto first = persona_picture(left, live_picture);
    const auto second = persona_picture(right, live_picture);
    return side_by_side(first.view(), second.view());
}

Frame nobody() {
    return frame_of(striped_picture(640, 480, PixelFormat::Bgr8).view(), 0, {});
}

FaceDesk::FaceDesk(Frame picture, std::optional<face::LivenessPolicy> liveness)
    : camera(std::move(picture)), bench(face_options(camera, liveness)) {
    bench.wait_for(Part::Camera, Condition::Ok);
}

HeadlessResult FaceDesk::receive_by_face() {
    return bench.receive(by_face());
}

void FaceDesk::choose_face() {
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{Way::Face}));
}

bool models_are_there() {
    return real_engine() != nullptr;
}

} // namespace madoguchi::test
