// What the comparison of a photo and a person came to.
#pragma once

#include "face/liveness/liveness_verdict.hpp"
#include "face/match/match_thresholds.hpp"
#include "hal/base/error.hpp"

#include <optional>

namespace madoguchi::face {

enum class MatchVerdict : std::uint8_t {
    Match,
    Unsure, // not confirmed; trying again or another way may help
    NoMatch,
    UnusablePhoto, // the card's photo shows no single face, or cannot be read
    NoPhoto,       // the card has none (infants)
};

enum class MatchReason : std::uint8_t {
    ScoreHigh,
    ScoreBetween,
    ScoreLow,
    ScoreUndefined, // not a number: never a match
    TooFewFrames,
    LivenessNotShown, // alike, and nothing shows that a living person stands there
    PhotoMissing,
    PhotoRefused,    // by the header guard
    PhotoUnreadable, // the decoder gave up
    PhotoWithoutFace,
    PhotoWithSeveralFaces,
};

struct MatchDecision {
    MatchVerdict verdict = MatchVerdict::Unsure;
    MatchReason reason = MatchReason::TooFewFrames;
    std::optional<float> score; // cosine; absent when nothing was compared
    int frames = 0;             // averaged into the score
    std::optional<LivenessVerdict> liveness = std::nullopt; // absent: not looked at
};

// Total: every score, also NaN and infinity, has a decision, and only a finite score from
// thresholds.accept to 1 is a match.
[[nodiscard]] MatchDecision decide(float score, int frames,
                                   const MatchThresholds& thresholds) noexcept;

// UnusablePhoto with its reason when the error is the photo's fault, nothing when it is ours.
[[nodiscard]] std::optional<MatchDecision> judge_photo_error(const Error& error) noexcept;

// The enumerators in snake case, for output and logs: "no_match", "score_low".
[[nodiscard]] StaticText name_of(MatchVerdict verdict) noexcept;
[[nodiscard]] StaticText name_of(MatchReason reason) noexcept;

} // namespace madoguchi::face
