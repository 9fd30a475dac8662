// Port: one sign of life, gathered over the frames that a match compares.
//
// An infrared camera has its place here too: its driver's own vote is given to LivenessCheck. None
// is supported yet.
#pragma once

#include "face/liveness/liveness_verdict.hpp"
#include "face/match/face_engine.hpp"

namespace madoguchi::face {

// Used by one thread. Keeps measures and at most templates, never a picture.
class LivenessVote {
public:
    virtual ~LivenessVote() = default;

    // Errors: ModelFailed.
    [[nodiscard]] virtual Result<void> see(const ImageView& picture, const SeenFace& seen) = 0;

    // What was seen so far is of somebody else.
    virtual void restart() = 0;

    [[nodiscard]] virtual LivenessSign sign() const = 0;
};

} // namespace madoguchi::face
