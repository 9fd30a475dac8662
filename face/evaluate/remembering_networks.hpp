// Networks that remember what they said of a picture: an evaluation shows the same few pictures
// many times.
#pragma once

#include "face/match/face_engine.hpp"

namespace madoguchi::face {

// Detector and embedder answer from memory where the pixels are the same. At most 256 answers are
// kept of each; templates stay in wiped memory.
[[nodiscard]] EngineParts remembering(EngineParts parts);

} // namespace madoguchi::face
