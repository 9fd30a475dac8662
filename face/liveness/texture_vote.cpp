#include "face/liveness/texture_vote.hpp"

#include "hal/base/contract.hpp"

namespace madoguchi::face {

TextureVote::TextureVote(std::unique_ptr<SurfaceNetworks> networks, float least_realness)
    : networks_(std::move(networks)), least_realness_(least_realness) {
    MADOGUCHI_EXPECTS(networks_ != nullptr);
}

Result<void> TextureVote::see(const ImageView& picture, const SeenFace& seen) {
    values_.add(MADOGUCHI_TRY(networks_->realness(picture, seen.where.box)));
    return {};
}

LivenessSign TextureVote::sign() const {
    if (values_.count() < least_frames) {
        return {LivenessTest::Texture, LivenessReason::TooFewFrames, std::nullopt};
    }
    const float mean = values_.mean();
    return {LivenessTest::Texture,
            mean >= least_realness_ ? LivenessReason::AsOfAPerson : LivenessReason::LooksArtificial,
            mean};
}

} // namespace madoguchi::face
