// Port: turns a face in a picture into a template.
#pragma once

#include "face/detect/face_detector.hpp"
#include "face/embed/face_template.hpp"

namespace madoguchi::face {

// Used by one thread.
class FaceEmbedder {
public:
    virtual ~FaceEmbedder() = default;

    // Each embedder cuts the face out of the picture as its network was trained to see it.
    // Errors: FaceNotFound when landmarks or box have no size, ModelFailed.
    [[nodiscard]] virtual Result<FaceTemplate> embed(const ImageView& picture,
                                                     const DetectedFace& face) = 0;
};

} // namespace madoguchi::face
