// One picture taken: light, things in the way, lens and sensor.
#pragma once

#include "hw-sim/surface/camera_model.hpp"

#include <vector>

namespace madoguchi::sim {

struct Desk {
    cv::Scalar colour; // BGR
    double grain = 4;  // standard deviation of its texture, grey levels
};

struct Light {
    cv::Scalar tint{1, 1, 1};  // gain of each channel
    double gradient = 0;       // how much darker one side is, 0 to 0.5
    double gradient_angle = 0; // degrees
};

// A lamp's reflection on the plastic: saturated in its middle.
struct Glare {
    cv::Point2d centre; // pixels
    double radius = 0;  // pixels, where it is half as bright
    double stretch = 1; // length over breadth
    double angle = 0;   // degrees
};

// A fingertip over the object, coming in from the frame's border.
struct Finger {
    cv::Point2d tip;    // pixels
    double angle = 0;   // degrees, the way it points away from the tip
    double width = 160; // pixels
    cv::Scalar skin{120, 150, 205};
};

struct Lens {
    double blur = 0.6; // standard deviation, pixels
    double noise = 3;  // standard deviation, grey levels
    std::uint64_t noise_seed = 0;
};

struct Exposure {
    Desk desk;
    Light light;
    std::vector<Glare> glares;
    std::vector<Finger> fingers;
    Lens lens;
};

// The frame, BGR. Where the object lies is the projection's.
[[nodiscard]] cv::Mat take_picture(const cv::Mat& print, const Projection& projection,
                                   const Exposure& exposure);

// How much of each pixel is lost to glare and fingers, 0 to 1 (CV_32F, frame_size).
[[nodiscard]] cv::Mat lost_to_cover(const Exposure& exposure);

} // namespace madoguchi::sim
