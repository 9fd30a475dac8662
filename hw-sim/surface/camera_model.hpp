// A document camera above a desk: where each millimetre of a flat object lands in the frame.
#pragma once

#include "hw-sim/surface/print_canvas.hpp"
#include "hw-sim/surface/random_source.hpp"

namespace madoguchi::sim {

inline const cv::Size frame_size(1600, 1200);

// How the object lies. Angles in degrees.
struct Pose {
    double rotation = 0;     // in the plane of the desk
    double tilt = 0;         // out of that plane
    double tilt_axis = 0;    // direction of the axis it is tilted about
    double scale = 10.5;     // pixels a millimetre at the object's centre
    cv::Point2d shift{0, 0}; // of the object's centre from the frame's, pixels
};

class Projection {
public:
    // Of an object of that size in millimetres.
    Projection(const Pose& pose, cv::Size2d object_mm);

    // Millimetres from the object's upper left corner to pixels.
    [[nodiscard]] cv::Point2d operator()(Place place) const;
    // The same for the pixels of a print: the matrix for cv::warpPerspective.
    [[nodiscard]] cv::Matx33d of_print() const;

private:
    cv::Matx33d from_mm_;
};

// Any rotation, up to 20 degrees of tilt, wholly inside the frame where the object is a card.
[[nodiscard]] Pose some_pose(RandomSource& random);
// The same object a moment later: held by hand, not clamped.
[[nodiscard]] Pose moved_a_little(Pose pose, RandomSource& random);

} // namespace madoguchi::sim
