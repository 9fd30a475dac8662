// dlib's face recognition network, from files that an operator provides.
#pragma once

#include "face/embed/face_embedder.hpp"

#include <memory>

namespace madoguchi::face {

// Five points by dlib's shape predictor, a chip of 150 x 150 pixels, dlib's ResNet with 29
// convolutions, 128 values. shape, network: dlib's serialised objects, whose hash the caller has
// checked: dlib trusts what it reads. One picture is described in passing, to see that the network
// is of this kind.
// Errors: ModelFailed when an object is cut off, of another kind, or has something behind it.
[[nodiscard]] Result<std::unique_ptr<FaceEmbedder>> make_dlib_embedder(ByteView shape,
                                                                       ByteView network);

// The square that dlib's own detector would draw, which its predictor was trained on; YuNet's box
// is higher than wide and begins at the hair.
[[nodiscard]] FaceBox box_as_of_dlib(const DetectedFace& face);

} // namespace madoguchi::face
