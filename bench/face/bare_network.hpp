// A network as OpenCV runs it, with nothing of ours around: what a stage of the
// engine is compared with.
#pragma once

#include "hal/base/bytes.hpp"

#include <opencv2/dnn.hpp>

#include <vector>

namespace madoguchi::bench {

class BareNetwork {
public:
    // Throws cv::Exception when the bytes are no network.
    explicit BareNetwork(ByteView onnx);

    // picture: BGR, 8 bit, of the network's own size.
    void run(const cv::Mat& picture);

private:
    cv::dnn::Net network_;
    std::vector<cv::String> outputs_;
    std::vector<cv::Mat> results_;
};

} // namespace madoguchi::bench
