// Cuts a face out of a picture so that its landmarks stand where the embedder expects them.
#pragma once

#include "face/align/similarity_transform.hpp"

namespace madoguchi::face {

inline constexpr int aligned_side = 128; // pixels

// Where face-reidentification-retail-0095 was trained to see eyes, nose and mouth corners
// (its model card in Open Model Zoo), in pixels of the aligned picture.
[[nodiscard]] FiveLandmarks alignment_template();

// BGR, aligned_side x aligned_side; what lies outside the picture is black.
// Errors: FaceNotFound when the landmarks lie on one spot, ModelFailed.
[[nodiscard]] Result<Image> align_face(const ImageView& picture, const FiveLandmarks& landmarks);

// The aligned face as in a mirror.
[[nodiscard]] Image mirrored(const Image& aligned);

} // namespace madoguchi::face
