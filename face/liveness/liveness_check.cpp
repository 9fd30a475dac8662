#include "face/liveness/liveness_check.hpp"

#include "face/liveness/border_vote.hpp"
#include "face/liveness/motion_vote.hpp"
#include "face/liveness/texture_vote.hpp"
#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi::face {

Result<LivenessVotes> make_liveness_votes(const ModelSet& models, Population population) {
    LivenessVotes votes;
    votes.push_back(std::make_unique<TextureVote>(
        MADOGUCHI_TRY(make_minifasnet_pair(models.liveness_near(), models.liveness_wide())),
        least_realness(population)));
    votes.push_back(std::make_unique<MotionVote>());
    votes.push_back(std::make_unique<BorderVote>());
    return votes;
}

LivenessCheck::LivenessCheck(LivenessVotes votes, const LivenessPolicy& policy,
                             ChooseSide choose_side)
    : votes_(std::move(votes)), policy_(policy), choose_side_(std::move(choose_side)),
      turn_(policy.turn) {
    MADOGUCHI_EXPECTS(
        std::ranges::all_of(votes_, [](const auto& vote) { return vote != nullptr; }));
}

void LivenessCheck::begin() {
    turn_.forget();
    for (const auto& vote : votes_) {
        vote->restart();
    }
}

Result<void> LivenessCheck::on_compared(const ImageView& picture, const SeenFace& seen,
                                        MonotonicTime /*taken_at*/) {
    for (const auto& vote : votes_) {
        MADOGUCHI_TRY(vote->see(picture, seen));
    }
    turn_.remember(seen);
    return {};
}

Result<void> LivenessCheck::watch_turn(const LiveFace& seen, MonotonicTime now) {
    if (turn_.asked()) {
        turn_.see(seen, now);
        return {};
    }
    const auto* face = std::get_if<SeenFace>(&seen);
    if (!turn_.knows_straight_look() && face != nullptr) {
        turn_.remember(*face);
    }
    if (turn_.knows_straight_look()) {
        turn_.ask(MADOGUCHI_TRY(choose_side_()), now);
    }
    return {};
}

LivenessVerdict LivenessCheck::verdict() const {
    LivenessVerdict verdict;
    for (std::size_t i = 0; i < verdict.signs.size(); ++i) {
        verdict.signs[i] = {static_cast<LivenessTest>(i), LivenessReason::NotFitted, std::nullopt};
    }
    const auto enter = [&verdict](const LivenessSign& sign) {
        verdict.signs[static_cast<std::size_t>(sign.test)] = sign;
    };
    enter(turn_.turn());
    enter(turn_.depth());
    if (policy_.asks_turn() && !turn_.asked()) { // due, and it never came to it
        enter({LivenessTest::Turn, LivenessReason::TooFewFrames, std::nullopt});
        enter({LivenessTest::Depth, LivenessReason::TooFewFrames, std::nullopt});
    }
    for (const auto& vote : votes_) {
        enter(vote->sign());
    }
    return verdict;
}

} // namespace madoguchi::face
