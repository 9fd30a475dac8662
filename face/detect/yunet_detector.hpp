// YuNet (2023), run through OpenCV's dnn module.
#pragma once

#include "face/detect/yunet_decoder.hpp"

#include <memory>

namespace madoguchi::face {

// The network from the bytes of its ONNX file.
// Errors: ModelFailed.
[[nodiscard]] Result<std::unique_ptr<FaceDetector>>
make_yunet_detector(ByteView network, const YunetLimits& limits = {});

} // namespace madoguchi::face
