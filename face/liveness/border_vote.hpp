// Whether the face stands inside a sheet of paper or a screen.
#pragma once

#include "face/liveness/liveness_vote.hpp"
#include "face/liveness/recent_values.hpp"

namespace madoguchi::face {

class BorderVote final : public LivenessVote {
public:
    // On the renders: people at most 0.65, prints and screens at least 0.85
    // (docs/face-evaluation.md).
    static constexpr float border_from = 0.75F;
    static constexpr std::size_t least_frames = 3;

    Result<void> see(const ImageView& picture, const SeenFace& seen) override;
    void restart() override;
    [[nodiscard]] LivenessSign sign() const override; // measure: the middle border, 0 to 1

private:
    RecentValues borders_{15};
    bool edges_hidden_ = false; // in the newest frame
};

} // namespace madoguchi::face
