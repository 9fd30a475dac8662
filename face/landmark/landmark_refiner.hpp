// Port: five landmarks of a face that was found, by other means than finding it.
#pragma once

#include "face/detect/face_detector.hpp"

#include <memory>

namespace madoguchi::face {

// Used by one thread.
class LandmarkRefiner {
public:
    virtual ~LandmarkRefiner() = default;

    // In pixels of the picture; finite. Errors: ModelFailed.
    [[nodiscard]] virtual Result<FiveLandmarks> refine(const ImageView& picture,
                                                       const FaceBox& face) = 0;
};

// Intel's landmarks-regression-retail-0009 from the bytes of its ONNX file. Errors: ModelFailed.
[[nodiscard]] Result<std::unique_ptr<LandmarkRefiner>> make_landmarks0009(ByteView network);

// Mean distance between the landmarks of one face, in parts of its eye distance.
[[nodiscard]] float disagreement(const FiveLandmarks& first, const FiveLandmarks& second);

} // namespace madoguchi::face
