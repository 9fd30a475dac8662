#include "face/match/match_decision.hpp"

#include <cmath>

namespace madoguchi::face {

MatchDecision decide(float score, int frames, const MatchThresholds& thresholds) noexcept {
    // A cosine may pass one by rounding; anything further off did not come from two templates.
    constexpr float largest_cosine = 1.001F;
    if (!std::isfinite(score) || std::abs(score) > largest_cosine) {
        return {MatchVerdict::Unsure, MatchReason::ScoreUndefined, std::nullopt, frames};
    }
    if (frames < 1) {
        return {MatchVerdict::Unsure, MatchReason::TooFewFrames, std::nullopt, frames};
    }
    if (score >= thresholds.accept) {
        return {MatchVerdict::Match, MatchReason::ScoreHigh, score, frames};
    }
    if (score < thresholds.hopeless) {
        return {MatchVerdict::NoMatch, MatchReason::ScoreLow, score, frames};
    }
    return {MatchVerdict::Unsure, MatchReason::ScoreBetween, score, frames};
}

std::optional<MatchDecision> judge_photo_error(const Error& error) noexcept {
    const auto unusable = [](MatchReason reason) {
        return MatchDecision{MatchVerdict::UnusablePhoto, reason, std::nullopt, 0};
    };
    switch (error.code()) {
    case ErrorCode::ImageRefused:
        return unusable(MatchReason::PhotoRefused);
    case ErrorCode::ImageUnreadable:
        return unusable(MatchReason::PhotoUnreadable);
    case ErrorCode::FaceNotFound:
        return unusable(MatchReason::PhotoWithoutFace);
    case ErrorCode::FaceNotSingle:
        return unusable(MatchReason::PhotoWithSeveralFaces);
    default:
        return std::nullopt;
    }
}

StaticText name_of(MatchVerdict verdict) noexcept {
    switch (verdict) {
    case MatchVerdict::Match:
        return "match";
    case MatchVerdict::NoMatch:
        return "no_match";
    case MatchVerdict::UnusablePhoto:
        return "unusable_photo";
    case MatchVerdict::NoPhoto:
        return "no_photo";
    case MatchVerdict::Unsure:
        break;
    }
    return "unsure";
}

StaticText name_of(MatchReason reason) noexcept {
    switch (reason) {
    case MatchReason::ScoreHigh:
        return "score_high";
    case MatchReason::ScoreBetween:
        return "score_between";
    case MatchReason::ScoreLow:
        return "score_low";
    case MatchReason::ScoreUndefined:
        return "score_undefined";
    case MatchReason::PhotoMissing:
        return "photo_missing";
    case MatchReason::PhotoRefused:
        return "photo_refused";
    case MatchReason::PhotoUnreadable:
        return "photo_unreadable";
    case MatchReason::PhotoWithoutFace:
        return "photo_without_face";
    case MatchReason::PhotoWithSeveralFaces:
        return "photo_with_several_faces";
    case MatchReason::LivenessNotShown:
        return "liveness_not_shown";
    case MatchReason::TooFewFrames:
        break;
    }
    return "too_few_frames";
}

} // namespace madoguchi::face
