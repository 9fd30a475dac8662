#include "bench/face/bare_network.hpp"

namespace madoguchi::bench {

BareNetwork::BareNetwork(ByteView onnx)
    : network_(cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(onnx.data()), onnx.size())),
      outputs_(network_.getUnconnectedOutLayersNames()) {
}

void BareNetwork::run(const cv::Mat& picture) {
    network_.setInput(cv::dnn::blobFromImage(picture));
    network_.forward(results_, outputs_);
}

} // namespace madoguchi::bench
