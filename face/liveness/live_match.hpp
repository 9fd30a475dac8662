// A match, and whether a living person was matched.
#pragma once

#include "face/liveness/liveness_check.hpp"
#include "face/match/match_session.hpp"

namespace madoguchi::face {

// Used by one thread. As MatchSession, which it has inside; after a match the head is asked to turn
// where the policy wants it. The decision carries the signs of life, whatever the policy.
class LiveMatch {
public:
    // Engine and liveness outlive the match, which begins the liveness of a new patient. liveness
    // may be null: it is off.
    LiveMatch(FaceEngine& engine, std::optional<FaceTemplate> chip_face, const MatchPolicy& policy,
              LivenessCheck* liveness);

    [[nodiscard]] MatchProgress compare_with(FaceTemplate chip_face, MonotonicTime now);
    // Errors: ModelFailed, Internal (no random numbers).
    [[nodiscard]] Result<MatchProgress> feed(const Frame& frame, MonotonicTime now);
    [[nodiscard]] MatchDecision conclude();

private:
    [[nodiscard]] MatchProgress after(MatchProgress progress, MonotonicTime now);
    [[nodiscard]] Result<MatchProgress> watch_turn(const Frame& frame, MonotonicTime now);
    [[nodiscard]] MatchDecision with_liveness(MatchDecision decision) const;

    FaceEngine& engine_;
    MatchSession match_;
    LivenessCheck* liveness_;
    std::chrono::milliseconds longest_frame_age_;
    std::uint64_t last_sequence_ = 0;
    std::optional<MatchDecision> matched_; // and the turn is awaited
    MonotonicTime matched_at_{};
    std::optional<MatchDecision> decision_;
};

} // namespace madoguchi::face
