// All signs of life of one patient at a time.
#pragma once

#include "face/liveness/liveness_policy.hpp"
#include "face/liveness/liveness_vote.hpp"
#include "face/match/seen_face_listener.hpp"

#include <vector>

namespace madoguchi::face {

using LivenessVotes = std::vector<std::unique_ptr<LivenessVote>>;

// Texture, motion and border. Errors: ModelFailed.
[[nodiscard]] Result<LivenessVotes> make_liveness_votes(const ModelSet& models,
                                                        Population population);

// Used by one thread.
class LivenessCheck final : public SeenFaceListener {
public:
    // A test without a vote is reported as not fitted. Contract: no vote is null.
    LivenessCheck(LivenessVotes votes, const LivenessPolicy& policy,
                  ChooseSide choose_side = unguessable_side);

    [[nodiscard]] LivenessMode mode() const noexcept { return policy_.mode; }

    // Of the next patient.
    void begin();

    [[nodiscard]] Result<void> on_compared(const ImageView& picture, const SeenFace& seen,
                                           MonotonicTime taken_at) override;
    void on_began_anew() override { begin(); }

    [[nodiscard]] bool asks_turn() const noexcept { return policy_.asks_turn(); }
    // A frame after the match, while the turn is asked. The question is put at the first frame that
    // shows a straight look, or right away where one is known.
    // Errors: Internal (no random numbers), ModelFailed.
    [[nodiscard]] Result<void> watch_turn(const LiveFace& seen, MonotonicTime now);
    [[nodiscard]] std::optional<TurnSide> asked_side() const noexcept { return turn_.asked(); }
    [[nodiscard]] bool turn_is_over(MonotonicTime now) const { return turn_.is_over(now); }

    // From the match on: for a straight look to turn away from, and the turn itself.
    [[nodiscard]] std::chrono::milliseconds longest_turn() const noexcept {
        return policy_.turn.time + std::chrono::seconds(5);
    }

    [[nodiscard]] LivenessVerdict verdict() const;

private:
    LivenessVotes votes_;
    LivenessPolicy policy_;
    ChooseSide choose_side_;
    TurnChallenge turn_;
};

} // namespace madoguchi::face
