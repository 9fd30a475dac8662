// What can be measured of a face before it is compared.
#pragma once

#include "face/detect/face_detector.hpp"

namespace madoguchi::face {

// Angles in degrees, from five points only: coarse, good enough to ask for a straight look.
struct HeadPose {
    float yaw = 0;   // positive: turned to the right of the picture
    float pitch = 0; // positive: looking down
    float roll = 0;  // positive: leaning to the right of the picture
};

[[nodiscard]] HeadPose estimate_pose(const FiveLandmarks& landmarks);

// Distance between the eyes, pixels.
[[nodiscard]] float eye_distance(const FiveLandmarks& landmarks);

struct FaceLight {
    float mean = 0;                // of the face area, 0 to 255
    float side_ratio = 1;          // brighter half / darker half, at least 1
    bool left_is_brighter = false; // left of the picture
    float clipped_share = 0;       // of pixels that are black or white beyond measure, 0 to 1
};

// Of the part of the box that lies inside the picture; all zero when none does.
[[nodiscard]] FaceLight measure_light(const ImageView& picture, const FaceBox& box);

// Variance of the Laplacian of an aligned face; falls when the face moves or is out of focus.
[[nodiscard]] float measure_sharpness(const ImageView& aligned);

} // namespace madoguchi::face
