// Who else wants to see the frames that a match compares.
#pragma once

#include "face/match/face_engine.hpp"

namespace madoguchi::face {

class SeenFaceListener {
public:
    virtual ~SeenFaceListener() = default;

    // A frame that is compared. Picture and face live until this returns. An error ends the match.
    [[nodiscard]] virtual Result<void> on_compared(const ImageView& picture, const SeenFace& seen,
                                                   MonotonicTime taken_at) = 0;

    // Somebody else may have stepped in: what was seen so far says nothing any more.
    virtual void on_began_anew() = 0;
};

} // namespace madoguchi::face
