// Intel's face-reidentification-retail-0095, run through OpenCV's dnn module.
#pragma once

#include "face/embed/face_embedder.hpp"

#include <memory>

namespace madoguchi::face {

// The network from the bytes of its ONNX file. Its templates are averaged over the face and its
// mirror image, each freed of the mean vector.
// Errors: ModelFailed.
[[nodiscard]] Result<std::unique_ptr<FaceEmbedder>> make_reid0095_embedder(ByteView network,
                                                                           const MeanVector& mean);

} // namespace madoguchi::face
