#include "face/liveness/minifasnet.hpp"

#include "face/image/opencv_internal.hpp"
#include "face/liveness/crop_window.hpp"

#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace madoguchi::face {

namespace {

constexpr float near_scale = 2.7F; // of the face's box
constexpr float wide_scale = 4.0F;
constexpr int side = 80; // pixels
constexpr std::size_t classes = 3;
constexpr std::size_t real_class = 1; // the others: print, screen

Result<float> share_of_real(const cv::Mat& output) {
    if (output.type() != CV_32F || !output.isContinuous() || output.total() != classes) {
        return fail(ErrorCode::ModelFailed, "liveness network gave not three numbers");
    }
    const std::span<const float> values(output.ptr<float>(), classes);
    const float largest = *std::ranges::max_element(values);
    float sum = 0;
    for (const float value : values) {
        sum += std::exp(value - largest);
    }
    const float share = std::exp(values[real_class] - largest) / sum;
    if (!std::isfinite(share)) {
        return fail(ErrorCode::ModelFailed, "liveness network gave no number");
    }
    return share;
}

class MinifasnetPair final : public SurfaceNetworks {
public:
    MinifasnetPair(const cv::dnn::Net& near, const cv::dnn::Net& wide) : near_(near), wide_(wide) {}

    Result<float> realness(const ImageView& picture, const FaceBox& box) override {
        const float near = MADOGUCHI_TRY(ask(near_, picture, box, near_scale));
        const float wide = MADOGUCHI_TRY(ask(wide_, picture, box, wide_scale));
        return (near + wide) / 2;
    }

private:
    static Result<float> ask(cv::dnn::Net& network, const ImageView& picture, const FaceBox& box,
                             float scale) {
        try {
            const CropWindow window = crop_window(picture.width(), picture.height(), box, scale);
            const cv::Mat part =
                opencv_view(picture)({window.left, window.top, window.width, window.height});
            Image crop(side, side, picture.format());
            cv::Mat target = opencv_target(crop);
            cv::resize(part, target, target.size());
            network.setInput(cv::dnn::blobFromImage(opencv_bgr(crop.view())));
            return share_of_real(network.forward());
        } catch (const std::exception&) {
            return fail(ErrorCode::ModelFailed, "liveness network failed");
        }
    }

    cv::dnn::Net near_;
    cv::dnn::Net wide_;
};

cv::dnn::Net network_of(ByteView onnx) {
    return cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(onnx.data()), onnx.size());
}

} // namespace

Result<std::unique_ptr<SurfaceNetworks>> make_minifasnet_pair(ByteView near, ByteView wide) {
    try {
        return std::make_unique<MinifasnetPair>(network_of(near), network_of(wide));
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed, "liveness network cannot be loaded");
    }
}

} // namespace madoguchi::face
