// Whether the face ever changes. Of a picture that does not move every frame gives nearly the same
// template (cosine from 0.999 on); of a person who sits still 0.98 to 0.995 was observed.
#pragma once

#include "face/liveness/liveness_vote.hpp"
#include "face/liveness/recent_values.hpp"

namespace madoguchi::face {

class MotionVote final : public LivenessVote {
public:
    static constexpr float frozen_from = 0.998F; // cosine of one frame's face to the next one's
    static constexpr std::size_t least_frames = 5;

    Result<void> see(const ImageView& picture, const SeenFace& seen) override;
    void restart() override;
    [[nodiscard]] LivenessSign sign() const override; // measure: the least likeness

private:
    std::optional<FaceTemplate> last_;
    RecentValues likeness_{15};
};

} // namespace madoguchi::face
