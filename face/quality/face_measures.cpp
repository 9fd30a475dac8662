#include "face/quality/face_measures.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace madoguchi::face {

namespace {

constexpr float degrees = 180.0F / std::numbers::pi_v<float>;

// How far the nose tip stands out and how low it sits, in eye distances and in parts of the way
// from eyes to mouth: means over frontal faces.
constexpr float nose_protrusion = 0.55F;
constexpr float nose_height = 0.53F;

Point middle(const Point& first, const Point& second) {
    return {(first.x + second.x) / 2, (first.y + second.y) / 2};
}

// BT.601 weights in 1/256.
int grey_at(const ImageView& image, int x, int y) {
    const ByteView pixels = image.pixels();
    const std::size_t index =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width()) +
        static_cast<std::size_t>(x);
    if (image.format() == PixelFormat::Grey8) {
        return pixels[index];
    }
    const std::size_t first = index * 3;
    return (29 * pixels[first] + 150 * pixels[first + 1] + 77 * pixels[first + 2]) / 256;
}

struct Area {
    int left = 0;
    int right = 0; // exclusive
    int top = 0;
    int bottom = 0; // exclusive
};

Area inside(const ImageView& picture, const FaceBox& box) {
    const auto within = [](float value, int limit) {
        return static_cast<int>(std::clamp(value, 0.0F, static_cast<float>(limit)));
    };
    return {within(box.left, picture.width()), within(box.left + box.width, picture.width()),
            within(box.top, picture.height()), within(box.top + box.height, picture.height())};
}

struct Sums {
    double left = 0;
    double right = 0;
    int clipped = 0;
};

Sums sum_up(const ImageView& picture, const Area& area) {
    constexpr int black = 5;
    constexpr int white = 250;
    const int middle_column = (area.left + area.right) / 2;
    Sums sums;
    for (int y = area.top; y < area.bottom; ++y) {
        for (int x = area.left; x < area.right; ++x) {
            const int grey = grey_at(picture, x, y);
            (x < middle_column ? sums.left : sums.right) += grey;
            sums.clipped += grey <= black || grey >= white ? 1 : 0;
        }
    }
    return sums;
}

} // namespace

float eye_distance(const FiveLandmarks& landmarks) {
    return std::hypot(landmarks[1].x - landmarks[0].x, landmarks[1].y - landmarks[0].y);
}

HeadPose estimate_pose(const FiveLandmarks& landmarks) {
    const Point eyes = middle(landmarks[0], landmarks[1]);
    const Point mouth = middle(landmarks[3], landmarks[4]);
    const float distance = std::max(eye_distance(landmarks), 1.0F);
    const float cosine = (landmarks[1].x - landmarks[0].x) / distance;
    const float sine = (landmarks[1].y - landmarks[0].y) / distance;
    // In a frame that leans with the head: across along the eye line, down towards the mouth.
    const auto across = [&](const Point& p) {
        return (p.x - eyes.x) * cosine + (p.y - eyes.y) * sine;
    };
    const auto down = [&](const Point& p) {
        return (p.y - eyes.y) * cosine - (p.x - eyes.x) * sine;
    };
    const float face_height = std::max(down(mouth), 1.0F);
    const float height_of_nose = down(landmarks[2]) / face_height;
    const float aside = (across(landmarks[2]) - across(mouth) * height_of_nose) / distance;
    HeadPose pose;
    pose.roll = std::atan2(sine, cosine) * degrees;
    pose.yaw = std::atan(aside / nose_protrusion) * degrees;
    pose.pitch = std::atan((height_of_nose - nose_height) / nose_protrusion) * degrees;
    return pose;
}

FaceLight measure_light(const ImageView& picture, const FaceBox& box) {
    const Area area = inside(picture, box);
    const int pixels = (area.right - area.left) * (area.bottom - area.top);
    if (pixels <= 0) {
        return {0, 0, false, 0};
    }
    const Sums sums = sum_up(picture, area);
    const auto [darker, brighter] = std::minmax(sums.left, sums.right);
    FaceLight light;
    light.mean = static_cast<float>((sums.left + sums.right) / pixels);
    light.side_ratio = static_cast<float>((brighter + pixels) / (darker + pixels));
    light.left_is_brighter = sums.left > sums.right;
    light.clipped_share = static_cast<float>(sums.clipped) / static_cast<float>(pixels);
    return light;
}

float measure_sharpness(const ImageView& aligned) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int y = 1; y + 1 < aligned.height(); ++y) {
        for (int x = 1; x + 1 < aligned.width(); ++x) {
            const int laplacian = grey_at(aligned, x - 1, y) + grey_at(aligned, x + 1, y) +
                                  grey_at(aligned, x, y - 1) + grey_at(aligned, x, y + 1) -
                                  4 * grey_at(aligned, x, y);
            sum += laplacian;
            squares += static_cast<double>(laplacian) * laplacian;
            ++count;
        }
    }
    if (count == 0) {
        return 0;
    }
    const double mean = sum / count;
    return static_cast<float>(squares / count - mean * mean);
}

} // namespace madoguchi::face
