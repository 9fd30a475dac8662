#include "face/match/match_session.hpp"

#include "hal/base/contract.hpp"

namespace madoguchi::face {

MatchSession::MatchSession(FaceEngine& engine, std::optional<FaceTemplate> chip_face,
                           const MatchPolicy& policy, SeenFaceListener* listener)
    : engine_(engine), chip_face_(std::move(chip_face)), policy_(policy), listener_(listener) {
}

MatchProgress MatchSession::compare_with(FaceTemplate chip_face, MonotonicTime now) {
    MADOGUCHI_EXPECTS(!chip_face_);
    chip_face_ = std::move(chip_face);
    if (now - last_taken_at_ > policy_.longest_frame_age) {
        begin_anew();
    }
    if (is_full()) {
        end_try();
    }
    return progress();
}

Result<MatchProgress> MatchSession::feed(const Frame& frame, MonotonicTime now) {
    if (decision_) {
        return progress();
    }
    if (chip_face_ && !began_at_) {
        began_at_ = now;
    }
    if (began_at_ && now - *began_at_ > policy_.time) {
        static_cast<void>(conclude());
        return progress();
    }
    const Result<ImageView> picture = ImageView::of(frame);
    if (!picture || !is_fresh(frame, now)) {
        return progress();
    }
    LiveFace seen = MADOGUCHI_TRY(engine_.look(*picture, eye_gate()));
    MADOGUCHI_TRY(take(*picture, std::move(seen), frame.taken_at));
    if (!chip_face_) {
        keep_newest_set();
    } else if (is_full()) {
        end_try();
    }
    return progress();
}

MatchDecision MatchSession::conclude() {
    if (!decision_) {
        const bool enough =
            chip_face_ && set_.size() >= static_cast<std::size_t>(policy_.least_frames);
        decision_ = enough ? decide_on_set() : last_unsure_;
        set_.clear();
    }
    return *decision_;
}

bool MatchSession::is_fresh(const Frame& frame, MonotonicTime now) {
    const bool advanced = !last_sequence_ || frame.sequence > *last_sequence_;
    if (advanced) {
        last_sequence_ = frame.sequence;
        last_taken_at_ = frame.taken_at;
    }
    return advanced && now - frame.taken_at <= policy_.longest_frame_age;
}

Result<void> MatchSession::take(const ImageView& picture, LiveFace&& seen, MonotonicTime taken_at) {
    if (auto* face = std::get_if<SeenFace>(&seen)) {
        if (listener_ != nullptr) {
            MADOGUCHI_TRY(listener_->on_compared(picture, *face, taken_at));
        }
        set_.push_back(std::move(face->face));
        guidance_ = Guidance::HoldStill;
        return {};
    }
    guidance_ = std::get<Guidance>(seen);
    closed_eyes_ += guidance_ == Guidance::OpenEyes ? 1 : 0;
    const bool may_be_another = guidance_ == Guidance::NoFace || guidance_ == Guidance::OnePerson;
    if (may_be_another || !chip_face_) {
        begin_anew();
    }
    return {};
}

EyeGate MatchSession::eye_gate() const {
    return closed_eyes_ < policy_.most_closed_eyes ? EyeGate::On : EyeGate::Off;
}

void MatchSession::begin_anew() {
    set_.clear();
    if (listener_ != nullptr) {
        listener_->on_began_anew();
    }
}

void MatchSession::keep_newest_set() {
    if (set_.size() > static_cast<std::size_t>(policy_.frames)) {
        set_.erase(set_.begin());
    }
}

bool MatchSession::is_full() const {
    return set_.size() >= static_cast<std::size_t>(policy_.frames);
}

MatchDecision MatchSession::decide_on_set() const {
    const int frames = static_cast<int>(set_.size());
    const Result<FaceTemplate> mean = mean_of(set_);
    if (!mean) {
        return {MatchVerdict::Unsure, MatchReason::ScoreUndefined, std::nullopt, frames};
    }
    return decide(score_of(*chip_face_, *mean), frames, policy_.thresholds);
}

void MatchSession::end_try() {
    const MatchDecision decision = decide_on_set();
    set_.clear();
    ++tries_used_;
    if (decision.verdict != MatchVerdict::Unsure || tries_used_ >= policy_.tries) {
        decision_ = decision;
    } else {
        last_unsure_ = decision;
    }
}

MatchProgress MatchSession::progress() const {
    const double share = static_cast<double>(set_.size()) / policy_.frames;
    return {guidance_, decision_ ? 1.0 : share, decision_};
}

} // namespace madoguchi::face
