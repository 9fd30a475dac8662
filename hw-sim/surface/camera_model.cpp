#include "hw-sim/surface/camera_model.hpp"

#include <algorithm>
#include <cmath>

namespace madoguchi::sim {

namespace {

constexpr double focal_length = 1900; // pixels: a view of about 46 degrees
constexpr double most_tilt = 20;

cv::Matx33d turn_about_z(double degrees) {
    const double angle = degrees * CV_PI / 180;
    return {std::cos(angle), -std::sin(angle), 0, std::sin(angle), std::cos(angle), 0, 0, 0, 1};
}

cv::Matx33d turn_about_x(double degrees) {
    const double angle = degrees * CV_PI / 180;
    return {1, 0, 0, 0, std::cos(angle), -std::sin(angle), 0, std::sin(angle), std::cos(angle)};
}

} // namespace

Projection::Projection(const Pose& pose, cv::Size2d object_mm) {
    const cv::Matx33d turn = turn_about_z(pose.tilt_axis) * turn_about_x(pose.tilt) *
                             turn_about_z(pose.rotation - pose.tilt_axis);
    const double distance = focal_length / pose.scale;
    // The object's plane is z = 0, so its third axis drops out; the third column is the
    // translation.
    const cv::Matx33d placed(turn(0, 0), turn(0, 1), 0, turn(1, 0), turn(1, 1), 0, turn(2, 0),
                             turn(2, 1), distance);
    const cv::Matx33d camera(focal_length, 0, frame_size.width / 2.0 + pose.shift.x, 0,
                             focal_length, frame_size.height / 2.0 + pose.shift.y, 0, 0, 1);
    const cv::Matx33d centred(1, 0, -object_mm.width / 2, 0, 1, -object_mm.height / 2, 0, 0, 1);
    from_mm_ = camera * placed * centred;
}

cv::Point2d Projection::operator()(Place place) const {
    const cv::Vec3d at = from_mm_ * cv::Vec3d(place.x, place.y, 1);
    return {at[0] / at[2], at[1] / at[2]};
}

cv::Matx33d Projection::of_print() const {
    return from_mm_ * cv::Matx33d(1 / print_scale, 0, 0, 0, 1 / print_scale, 0, 0, 0, 1);
}

Pose some_pose(RandomSource& random) {
    Pose pose;
    pose.rotation = random.between(0, 360);
    pose.tilt = random.between(0, most_tilt);
    pose.tilt_axis = random.between(0, 360);
    pose.scale = random.between(9.6, 11);
    pose.shift = {random.between(-200, 200), random.between(-20, 20)};
    return pose;
}

Pose moved_a_little(Pose pose, RandomSource& random) {
    pose.rotation += random.between(-4, 4);
    pose.tilt = std::clamp(pose.tilt + random.between(-2, 2), 0.0, most_tilt);
    pose.tilt_axis += random.between(-5, 5);
    pose.shift += cv::Point2d(random.between(-15, 15), random.between(-8, 8));
    return pose;
}

} // namespace madoguchi::sim
