#include "face/camera_check/frame_measures.hpp"

#include "face/align/face_alignment.hpp"
#include "face/image/opencv_internal.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace madoguchi::face {

namespace {

float as_float(double value) {
    return static_cast<float>(value);
}

cv::Mat grey_of(const cv::Mat& picture) {
    if (picture.channels() == 1) {
        return picture;
    }
    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

// Immerkær 1996, "Fast noise variance estimation": what a mask that is blind to edges leaves.
float noise_of(const cv::Mat& grey) {
    const cv::Mat mask = (cv::Mat_<float>(3, 3) << 1, -2, 1, -2, 4, -2, 1, -2, 1);
    constexpr double gain = 6;
    cv::Mat left;
    cv::filter2D(grey, left, CV_32F, mask);
    const double mean = cv::norm(left, cv::NORM_L1) / static_cast<double>(left.total());
    return as_float(std::sqrt(std::numbers::pi / 2) * mean / gain);
}

float mean_outside(const cv::Mat& grey, const cv::Rect& face) {
    const double all = cv::sum(grey)[0];
    const double inside = cv::sum(grey(face))[0];
    const auto pixels = static_cast<double>(grey.total()) - face.area();
    return pixels <= 0 ? 0 : as_float((all - inside) / pixels);
}

// A sensor without colour gives three channels that are equal.
float colour_of(const cv::Mat& face) {
    if (face.channels() == 1) {
        return 0;
    }
    const cv::Scalar mean = cv::mean(face);
    const auto [weakest, strongest] = std::minmax({mean[0], mean[1], mean[2]});
    return as_float(strongest - weakest);
}

cv::Rect inside(const cv::Mat& picture, const FaceBox& box) {
    const cv::Rect whole(0, 0, picture.cols, picture.rows);
    return whole & cv::Rect(static_cast<int>(box.left), static_cast<int>(box.top),
                            static_cast<int>(box.width), static_cast<int>(box.height));
}

FrameMeasures measure(const ImageView& picture, const DetectedFace& face, const Image& aligned) {
    const cv::Mat pixels = opencv_view(picture);
    const cv::Mat grey = grey_of(pixels);
    const cv::Rect box = inside(pixels, face.box);
    const FaceLight light = measure_light(picture, face.box);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey(box), mean, deviation);
    FrameMeasures measures;
    const auto set = [&measures](CameraMeasure which, float value) {
        measures.at(static_cast<std::size_t>(which)) = value;
    };
    set(CameraMeasure::EyeDistance, eye_distance(face.landmarks));
    set(CameraMeasure::FaceHeight, face.box.height / as_float(picture.height()));
    set(CameraMeasure::Sharpness, measure_sharpness(aligned.view()));
    set(CameraMeasure::Brightness, light.mean);
    set(CameraMeasure::Contrast, as_float(deviation[0]));
    set(CameraMeasure::SideLight, light.side_ratio);
    set(CameraMeasure::Clipping, light.clipped_share);
    set(CameraMeasure::Backlight, mean_outside(grey, box) / std::max(light.mean, 1.0F));
    set(CameraMeasure::Noise, noise_of(grey));
    set(CameraMeasure::Colour, colour_of(pixels(box)));
    return measures;
}

} // namespace

Result<std::optional<FrameMeasures>> measure_frame(FaceDetector& detector,
                                                   const ImageView& picture) {
    const auto faces = MADOGUCHI_TRY(detector.detect(picture));
    if (faces.size() != 1) {
        return std::nullopt;
    }
    const DetectedFace& face = faces.front();
    const Image aligned = MADOGUCHI_TRY(align_face(picture, face.landmarks));
    try {
        if (inside(opencv_view(picture), face.box).empty()) {
            return std::nullopt;
        }
        return measure(picture, face, aligned);
    } catch (const cv::Exception&) {
        return fail(ErrorCode::ModelFailed, "a picture could not be measured");
    }
}

} // namespace madoguchi::face
