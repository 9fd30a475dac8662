// Networks that say what a test wants: used only where scores matter and pixels do not.
#pragma once

#include "face/align/face_alignment.hpp"
#include "face/match/face_engine.hpp"

#include <cmath>

namespace madoguchi::test {

// What the next pictures show, shared between a test and the fake networks.
struct Scene {
    int faces = 1;
    double likeness = 1;                          // cosine of the person to the chip's face
    std::optional<face::FiveLandmarks> landmarks; // absent: a straight look
    bool detector_fails = false;
    int embedded = 0; // calls so far
};

inline face::FaceTemplate face_like(double cosine) {
    std::array<float, face::opencv_template_values> values{};
    values[0] = static_cast<float>(cosine);
    values[1] = static_cast<float>(std::sqrt(1 - cosine * cosine));
    return face::FaceTemplate::from_values(face::EngineKind::OpenCv, values).value();
}

class ScriptedDetector final : public face::FaceDetector {
public:
    explicit ScriptedDetector(Scene& scene) : scene_(scene) {}

    Result<std::vector<face::DetectedFace>> detect(const face::ImageView& image) override {
        if (scene_.detector_fails) {
            return fail(ErrorCode::ModelFailed, "scripted failure");
        }
        face::DetectedFace found;
        const auto side = static_cast<float>(image.height()) / 2;
        found.box = {0, 0, side, side};
        found.landmarks = face::alignment_template();
        found.landmarks[2].y = (found.landmarks[0].y * 0.47F) + (found.landmarks[3].y * 0.53F);
        for (face::Point& point : found.landmarks) {
            point = {point.x / 128 * side, point.y / 128 * side};
        }
        found.landmarks = scene_.landmarks.value_or(found.landmarks);
        return std::vector<face::DetectedFace>(static_cast<std::size_t>(scene_.faces), found);
    }

private:
    Scene& scene_;
};

class ScriptedEmbedder final : public face::FaceEmbedder {
public:
    explicit ScriptedEmbedder(Scene& scene) : scene_(scene) {}

    Result<face::FaceTemplate> embed(const face::ImageView& /*picture*/,
                                     const face::DetectedFace& /*face*/) override {
        ++scene_.embedded;
        return face_like(scene_.likeness);
    }

private:
    Scene& scene_;
};

inline face::FaceEngine scripted_engine(Scene& scene) {
    face::GateLimits limits; // the pictures have no eyes and no mouth to judge
    limits.most_mask_tint = 360;
    limits.most_eye_glare = 1;
    limits.least_eye_opening = limits.darkest_eyes = 0;
    return face::FaceEngine({std::make_unique<ScriptedDetector>(scene),
                             std::make_unique<ScriptedEmbedder>(scene), nullptr, nullptr, nullptr},
                            limits);
}

} // namespace madoguchi::test
