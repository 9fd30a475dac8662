// Which frames are good enough to compare, and what to tell the patient about the others.
#pragma once

#include "face/quality/face_measures.hpp"
#include "face/quality/face_parts.hpp"
#include "face/quality/guidance.hpp"

#include <optional>
#include <variant>

namespace madoguchi::face {

// Start values for a webcam at a reception desk; to be confirmed on the camera in use.
struct GateLimits {
    float second_face = 0.6F; // of the largest face's height: from here on it is a second person
    float least_eye_distance = 45; // pixels
    float least_height = 0.22F;    // of the picture
    float most_height = 0.70F;     // of the picture
    float most_yaw = 20;           // degrees, either way
    float most_pitch = 20;
    float most_roll = 15;
    float darkest = 60;
    float brightest = 200;
    float most_side_ratio = 1.8F;
    float most_clipped = 0.05F;
    float least_sharpness = 15;
    float most_disagreement = 0.20F; // of two landmark finders, in eye distances
    float least_eye_opening = 4.75F; // pixels of the aligned face
    float most_mask_tint = 13;
    float darkest_eyes = 0.33F; // of the nose's brightness: sunglasses
    float most_eye_glare = 0.15F;
};

// What is left of the limits while a head is asked to turn.
[[nodiscard]] GateLimits limits_for_turning(GateLimits limits);

// The one face that fills the gate, or what to tell the patient.
[[nodiscard]] std::variant<DetectedFace, Guidance>
choose_face(const ImageView& picture, const std::vector<DetectedFace>& faces,
            const GateLimits& limits = {});

// Nothing when the aligned face is sharp enough.
[[nodiscard]] std::optional<Guidance> judge_sharpness(const ImageView& aligned,
                                                      const GateLimits& limits = {});

// Nothing when no part of the aligned face is hidden or shut.
[[nodiscard]] std::optional<Guidance> judge_parts(const FaceParts& parts,
                                                  const GateLimits& limits = {});

} // namespace madoguchi::face
