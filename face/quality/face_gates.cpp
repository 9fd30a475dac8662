#include "face/quality/face_gates.hpp"

#include <algorithm>
#include <cmath>

namespace madoguchi::face {

namespace {

std::optional<Guidance> judge_distance(const ImageView& picture, const DetectedFace& face,
                                       const GateLimits& limits) {
    const float share = face.box.height / static_cast<float>(picture.height());
    if (share > limits.most_height) {
        return Guidance::FurtherBack;
    }
    if (share < limits.least_height) {
        return Guidance::Closer;
    }
    return std::nullopt;
}

// A turned head shortens the distance between the eyes, so the pose is judged first.
std::optional<Guidance> judge_pose(const DetectedFace& face, const GateLimits& limits) {
    const HeadPose pose = estimate_pose(face.landmarks);
    if (std::abs(pose.roll) > limits.most_roll) {
        return Guidance::LookStraight;
    }
    // The patient's right is the picture's left.
    if (std::abs(pose.yaw) > limits.most_yaw) {
        return pose.yaw > 0 ? Guidance::TurnRight : Guidance::TurnLeft;
    }
    if (std::abs(pose.pitch) > limits.most_pitch) {
        return pose.pitch > 0 ? Guidance::ChinUp : Guidance::ChinDown;
    }
    if (eye_distance(face.landmarks) < limits.least_eye_distance) {
        return Guidance::Closer;
    }
    return std::nullopt;
}

std::optional<Guidance> judge_light(const ImageView& picture, const DetectedFace& face,
                                    const GateLimits& limits) {
    const FaceLight light = measure_light(picture, face.box);
    if (light.mean < limits.darkest) {
        return Guidance::Brighter;
    }
    if (light.mean > limits.brightest || light.clipped_share > limits.most_clipped) {
        return Guidance::LessBright;
    }
    if (light.side_ratio > limits.most_side_ratio) {
        return light.left_is_brighter ? Guidance::LightFromRight : Guidance::LightFromLeft;
    }
    return std::nullopt;
}

} // namespace

GateLimits limits_for_turning(GateLimits limits) {
    constexpr float any = 360;
    constexpr float narrowed = 0.6F; // eyes of a head that is turned by fifty degrees
    limits.most_yaw = limits.most_pitch = limits.most_roll = any;
    limits.least_eye_distance *= narrowed;
    limits.darkest = 0;
    limits.brightest = limits.most_side_ratio = any;
    limits.most_clipped = 1;
    limits.least_sharpness = 0;
    limits.most_disagreement = limits.most_mask_tint = any;
    limits.least_eye_opening = limits.darkest_eyes = 0;
    limits.most_eye_glare = 1;
    return limits;
}

std::variant<DetectedFace, Guidance> choose_face(const ImageView& picture,
                                                 const std::vector<DetectedFace>& faces,
                                                 const GateLimits& limits) {
    const auto by_height = [](const DetectedFace& a, const DetectedFace& b) {
        return a.box.height < b.box.height;
    };
    const auto largest = std::max_element(faces.begin(), faces.end(), by_height);
    if (largest == faces.end()) {
        return Guidance::NoFace;
    }
    const auto people = std::count_if(faces.begin(), faces.end(), [&](const DetectedFace& face) {
        return face.box.height > limits.second_face * largest->box.height;
    });
    if (people > 1) {
        return Guidance::OnePerson;
    }
    if (const auto guidance = judge_distance(picture, *largest, limits)) {
        return *guidance;
    }
    if (const auto guidance = judge_pose(*largest, limits)) {
        return *guidance;
    }
    if (const auto guidance = judge_light(picture, *largest, limits)) {
        return *guidance;
    }
    return *largest;
}

std::optional<Guidance> judge_sharpness(const ImageView& aligned, const GateLimits& limits) {
    if (measure_sharpness(aligned) < limits.least_sharpness) {
        return Guidance::HoldStill;
    }
    return std::nullopt;
}

std::optional<Guidance> judge_parts(const FaceParts& parts, const GateLimits& limits) {
    if (parts.mask_tint > limits.most_mask_tint) {
        return Guidance::LowerMask;
    }
    if (parts.eye_brightness < limits.darkest_eyes || parts.eye_glare > limits.most_eye_glare) {
        return Guidance::GlassesOff;
    }
    if (parts.eye_opening < limits.least_eye_opening) {
        return Guidance::OpenEyes;
    }
    return std::nullopt;
}

} // namespace madoguchi::face
