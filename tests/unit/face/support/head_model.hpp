// Five points of a head in space, and what a camera sees of them.
#pragma once

#include "face/detect/face_detector.hpp"

#include <cmath>
#include <numbers>

namespace madoguchi::test {

// Turned to the right of the picture, and raised or lowered, in degrees.
struct Turn {
    float yaw = 0;
    float pitch = 0;
};

enum class Shape { Head, Picture };

// Eyes a hundred pixels apart, seen from six eye distances, about the middle of 640 x 480.
inline face::FiveLandmarks points_of(Shape shape, const Turn& turn) {
    struct Spot {
        float x, y, z; // in eye distances from between the eyes: right, down, towards the camera
    };
    constexpr std::array<Spot, 5> spots{{{-0.5F, 0, 0},
                                         {0.5F, 0, 0},
                                         {0, 0.58F, 0.5F},
                                         {-0.42F, 1.05F, 0.03F},
                                         {0.42F, 1.05F, 0.03F}}};
    constexpr float distance = 6;
    constexpr float pixels = 100 * distance;
    constexpr float radian = std::numbers::pi_v<float> / 180;
    face::FiveLandmarks seen;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const Spot& at = spots[i];
        const float depth = shape == Shape::Picture ? 0 : at.z;
        const float x = at.x * std::cos(turn.yaw * radian) + depth * std::sin(turn.yaw * radian);
        const float far = depth * std::cos(turn.yaw * radian) - at.x * std::sin(turn.yaw * radian);
        const float y = at.y * std::cos(turn.pitch * radian) - far * std::sin(turn.pitch * radian);
        const float z = far * std::cos(turn.pitch * radian) + at.y * std::sin(turn.pitch * radian);
        seen[i] = {320 + pixels * x / (distance - z), 200 + pixels * y / (distance - z)};
    }
    return seen;
}

} // namespace madoguchi::test
