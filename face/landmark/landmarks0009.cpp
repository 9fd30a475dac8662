#include "face/image/opencv_internal.hpp"
#include "face/landmark/landmark_refiner.hpp"

#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace madoguchi::face {

namespace {

constexpr int input_side = 48; // pixels

// The box, as far as it lies in the picture.
cv::Rect inside(const ImageView& picture, const FaceBox& face) {
    const cv::Rect2f box(face.left, face.top, face.width, face.height);
    const cv::Rect whole(0, 0, picture.width(), picture.height());
    return cv::Rect(box) & whole;
}

class Landmarks0009 final : public LandmarkRefiner {
public:
    explicit Landmarks0009(const cv::dnn::Net& network) : network_(network) {}

    Result<FiveLandmarks> refine(const ImageView& picture, const FaceBox& face) override {
        try {
            const cv::Rect area = inside(picture, face);
            if (area.empty() || picture.format() != PixelFormat::Bgr8) {
                return fail(ErrorCode::ModelFailed, "landmark refiner was given no face");
            }
            network_.setInput(
                cv::dnn::blobFromImage(opencv_view(picture)(area), 1.0, {input_side, input_side}));
            const cv::Mat output = network_.forward();
            FiveLandmarks points;
            if (output.type() != CV_32F || output.total() != 2 * points.size()) {
                return fail(ErrorCode::ModelFailed, "landmark refiner gave no points");
            }
            return in_picture(area, output.ptr<float>());
        } catch (const std::exception&) {
            return fail(ErrorCode::ModelFailed, "landmark refiner failed");
        }
    }

private:
    // The network gives x, y in parts of its input.
    static Result<FiveLandmarks> in_picture(const cv::Rect& area, const float* values) {
        FiveLandmarks points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            points[i] = {
                static_cast<float>(area.x) + values[2 * i] * static_cast<float>(area.width),
                static_cast<float>(area.y) + values[2 * i + 1] * static_cast<float>(area.height)};
            if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y)) {
                return fail(ErrorCode::ModelFailed, "landmark refiner gave no numbers");
            }
        }
        return points;
    }

    cv::dnn::Net network_;
};

} // namespace

Result<std::unique_ptr<LandmarkRefiner>> make_landmarks0009(ByteView network) {
    try {
        cv::dnn::Net net =
            cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(network.data()), network.size());
        return std::make_unique<Landmarks0009>(net);
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed, "landmark refiner network cannot be loaded");
    }
}

float disagreement(const FiveLandmarks& first, const FiveLandmarks& second) {
    const float eyes = std::max(std::hypot(first[1].x - first[0].x, first[1].y - first[0].y), 1.0F);
    float sum = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        sum += std::hypot(first[i].x - second[i].x, first[i].y - second[i].y);
    }
    return sum / static_cast<float>(first.size()) / eyes;
}

} // namespace madoguchi::face
