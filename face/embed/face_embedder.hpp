// Port: turns an aligned face into a template.
#pragma once

#include "face/embed/face_template.hpp"
#include "face/image/image.hpp"

namespace madoguchi::face {

// Used by one thread.
class FaceEmbedder {
public:
    virtual ~FaceEmbedder() = default;

    // aligned: BGR, aligned_side x aligned_side (face/align). Templates of one embedder compare
    // with each other and with no other embedder's.
    // Errors: ModelFailed.
    [[nodiscard]] virtual Result<FaceTemplate> embed(const Image& aligned) = 0;
};

} // namespace madoguchi::face
