#include "face/detect/yunet_detector.hpp"

#include "face/image/opencv_internal.hpp"

#include <opencv2/dnn.hpp>

namespace madoguchi::face {

namespace {

constexpr int padding_multiple = 32; // the coarsest stride
constexpr std::array<int, 3> strides{8, 16, 32};
const std::vector<cv::String>& output_names() {
    static const std::vector<cv::String> names{"cls_8",   "cls_16", "cls_32", "obj_8",
                                               "obj_16",  "obj_32", "bbox_8", "bbox_16",
                                               "bbox_32", "kps_8",  "kps_16", "kps_32"};
    return names;
}

int padded(int side) {
    return (side + padding_multiple - 1) / padding_multiple * padding_multiple;
}

std::span<const float> values(const cv::Mat& tensor) {
    if (tensor.type() != CV_32F || !tensor.isContinuous()) {
        return {};
    }
    return {tensor.ptr<float>(), tensor.total()};
}

class YunetDetector final : public FaceDetector {
public:
    YunetDetector(const cv::dnn::Net& network, const YunetLimits& limits)
        : network_(network), limits_(limits) {}

    Result<std::vector<DetectedFace>> detect(const ImageView& image) override {
        try {
            return detect_or_throw(image);
        } catch (const std::exception&) {
            return fail(ErrorCode::ModelFailed, "face detector failed");
        }
    }

private:
    Result<std::vector<DetectedFace>> detect_or_throw(const ImageView& image) {
        const int width = padded(image.width());
        const int height = padded(image.height());
        cv::Mat picture;
        cv::copyMakeBorder(opencv_bgr(image), picture, 0, height - image.height(), 0,
                           width - image.width(), cv::BORDER_CONSTANT);
        network_.setInput(cv::dnn::blobFromImage(picture));
        std::vector<cv::Mat> outputs;
        network_.forward(outputs, output_names());

        std::array<YunetScale, strides.size()> scales;
        for (std::size_t i = 0; i < strides.size(); ++i) {
            scales[i] = {strides[i],
                         width / strides[i],
                         height / strides[i],
                         values(outputs[i]),
                         values(outputs[i + 3]),
                         values(outputs[i + 6]),
                         values(outputs[i + 9])};
        }
        return decode_yunet(scales, limits_);
    }

    cv::dnn::Net network_;
    YunetLimits limits_;
};

} // namespace

Result<std::unique_ptr<FaceDetector>> make_yunet_detector(ByteView network,
                                                          const YunetLimits& limits) {
    try {
        cv::dnn::Net net =
            cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(network.data()), network.size());
        return std::make_unique<YunetDetector>(net, limits);
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed, "face detector network cannot be loaded");
    }
}

} // namespace madoguchi::face
