#include "face/liveness/motion_vote.hpp"

namespace madoguchi::face {

Result<void> MotionVote::see(const ImageView& /*picture*/, const SeenFace& seen) {
    if (last_) {
        likeness_.add(score_of(*last_, seen.to_follow()));
    }
    last_ = seen.to_follow().copy();
    return {};
}

void MotionVote::restart() {
    last_.reset();
    likeness_.clear();
}

LivenessSign MotionVote::sign() const {
    if (likeness_.count() + 1 < least_frames) {
        return {LivenessTest::Motion, LivenessReason::TooFewFrames, std::nullopt};
    }
    const float least = likeness_.least();
    return {LivenessTest::Motion,
            least < frozen_from ? LivenessReason::AsOfAPerson : LivenessReason::PictureIsFrozen,
            least};
}

} // namespace madoguchi::face
