// Whether the face has the surface of a living one, by the mean of several frames.
#pragma once

#include "face/liveness/liveness_vote.hpp"
#include "face/liveness/minifasnet.hpp"
#include "face/liveness/recent_values.hpp"

namespace madoguchi::face {

// The cut-off depends on the camera and on whose faces they are. For people none was measured yet:
// one half is the networks' own middle, to be replaced by what `madoguchi face liveness` shows for
// the camera in use. For the renders it is from docs/face-evaluation.md.
[[nodiscard]] constexpr float least_realness(Population population) noexcept {
    return population == Population::Rendered ? 0.2F : 0.5F;
}

class TextureVote final : public LivenessVote {
public:
    static constexpr std::size_t least_frames = 5;
    static constexpr std::size_t most_frames = 15;

    // Contract: networks are not null.
    TextureVote(std::unique_ptr<SurfaceNetworks> networks, float least_realness);

    Result<void> see(const ImageView& picture, const SeenFace& seen) override;
    void restart() override { values_.clear(); }
    [[nodiscard]] LivenessSign sign() const override; // measure: mean realness, 0 to 1

private:
    std::unique_ptr<SurfaceNetworks> networks_;
    float least_realness_;
    RecentValues values_{most_frames};
};

} // namespace madoguchi::face
