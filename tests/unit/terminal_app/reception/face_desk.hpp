// A desk with a camera and the real networks, where the models are at hand.
#pragma once

#include "tests/unit/terminal_app/reception/reception_bench.hpp"
#include "tests/unit/terminal_app/reception/scripted_camera.hpp"

namespace madoguchi::test {

// What the camera sees.
[[nodiscard]] Frame person(const std::string& persona);
[[nodiscard]] Frame two_people(const std::string& left, const std::string& right);
[[nodiscard]] Frame nobody();

struct FaceDesk {
    ScriptedCamera camera;
    ReceptionBench bench;

    // Contract: models_are_there(). Without a policy liveness is off.
    explicit FaceDesk(Frame picture, std::optional<face::LivenessPolicy> liveness = std::nullopt);

    [[nodiscard]] terminal::HeadlessResult receive_by_face();
    void choose_face();
};

// A desk's options with the real networks and this camera.
[[nodiscard]] BenchOptions
face_options(hal::CameraSource& camera,
             const std::optional<face::LivenessPolicy>& liveness = std::nullopt);
[[nodiscard]] terminal::HeadlessWishes by_face();

// False, and said loudly, when the models are not at hand.
[[nodiscard]] bool models_are_there();

} // namespace madoguchi::test
