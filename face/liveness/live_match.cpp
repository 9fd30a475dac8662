#include "face/liveness/live_match.hpp"

namespace madoguchi::face {

namespace {

Guidance guidance_for(const LiveFace& seen, std::optional<TurnSide> side) {
    if (const auto* guidance = std::get_if<Guidance>(&seen)) {
        if (*guidance == Guidance::NoFace || *guidance == Guidance::OnePerson) {
            return *guidance;
        }
    }
    if (!side) {
        return Guidance::LookStraight;
    }
    return *side == TurnSide::Left ? Guidance::ChallengeLeft : Guidance::ChallengeRight;
}

} // namespace

LiveMatch::LiveMatch(FaceEngine& engine, std::optional<FaceTemplate> chip_face,
                     const MatchPolicy& policy, LivenessCheck* liveness)
    : engine_(engine), match_(engine, std::move(chip_face), policy, liveness), liveness_(liveness),
      longest_frame_age_(policy.longest_frame_age) {
    if (liveness_ != nullptr) {
        liveness_->begin();
    }
}

MatchProgress LiveMatch::compare_with(FaceTemplate chip_face, MonotonicTime now) {
    return after(match_.compare_with(std::move(chip_face), now), now);
}

Result<MatchProgress> LiveMatch::feed(const Frame& frame, MonotonicTime now) {
    if (decision_) {
        return MatchProgress{Guidance::HoldStill, 1, decision_};
    }
    if (matched_) {
        return watch_turn(frame, now);
    }
    last_sequence_ = frame.sequence;
    return after(MADOGUCHI_TRY(match_.feed(frame, now)), now);
}

MatchDecision LiveMatch::conclude() {
    if (!decision_) {
        decision_ = with_liveness(matched_ ? *matched_ : match_.conclude());
    }
    return *decision_;
}

// The match's progress, with its decision held back while a turn is to come.
MatchProgress LiveMatch::after(MatchProgress progress, MonotonicTime now) {
    if (!progress.decision) {
        return progress;
    }
    const bool turn_is_due = progress.decision->verdict == MatchVerdict::Match &&
                             liveness_ != nullptr && liveness_->asks_turn();
    if (turn_is_due) {
        matched_ = progress.decision;
        matched_at_ = now;
        return {Guidance::LookStraight, 1, std::nullopt};
    }
    decision_ = with_liveness(*progress.decision);
    return {progress.guidance, 1, decision_};
}

Result<MatchProgress> LiveMatch::watch_turn(const Frame& frame, MonotonicTime now) {
    const Result<ImageView> picture = ImageView::of(frame);
    const bool is_fresh =
        picture && frame.sequence > last_sequence_ && now - frame.taken_at <= longest_frame_age_;
    Guidance guidance = guidance_for(Guidance::HoldStill, liveness_->asked_side());
    if (is_fresh) {
        last_sequence_ = frame.sequence;
        const LiveFace seen = MADOGUCHI_TRY(engine_.look_at_turning_head(*picture));
        MADOGUCHI_TRY(liveness_->watch_turn(seen, now));
        guidance = guidance_for(seen, liveness_->asked_side());
    }
    if (liveness_->turn_is_over(now) || now - matched_at_ > liveness_->longest_turn()) {
        decision_ = with_liveness(*matched_);
    }
    return MatchProgress{guidance, 1, decision_};
}

MatchDecision LiveMatch::with_liveness(MatchDecision decision) const {
    if (liveness_ == nullptr) {
        return decision;
    }
    decision.liveness = liveness_->verdict();
    const bool is_shown = decision.liveness->grade() == LivenessGrade::Shown;
    if (decision.verdict == MatchVerdict::Match && !is_shown &&
        liveness_->mode() == LivenessMode::Required) {
        decision.verdict = MatchVerdict::Unsure;
        decision.reason = MatchReason::LivenessNotShown;
    }
    return decision;
}

} // namespace madoguchi::face
