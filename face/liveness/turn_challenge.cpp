#include "face/liveness/turn_challenge.hpp"

#include "face/liveness/plane_parallax.hpp"
#include "hal/base/contract.hpp"

#include <cmath>

namespace madoguchi::face {

namespace {

// Towards the asked side is positive.
float direction_of(TurnSide side) {
    return side == TurnSide::Left ? 1.0F : -1.0F;
}

} // namespace

void TurnChallenge::remember(const SeenFace& seen) {
    const float yaw = estimate_pose(seen.where.landmarks).yaw;
    const float most = straight_ ? std::abs(straight_->yaw) : limits_.straight;
    if (std::abs(yaw) <= most) {
        straight_.emplace(StraightLook{seen.to_follow().copy(), seen.where.landmarks, yaw});
    }
}

void TurnChallenge::forget() {
    *this = TurnChallenge(limits_);
}

void TurnChallenge::ask(TurnSide side, MonotonicTime now) {
    MADOGUCHI_EXPECTS(straight_.has_value());
    side_ = side;
    asked_at_ = now;
    last_face_ = now;
}

void TurnChallenge::see(const LiveFace& seen, MonotonicTime now) {
    MADOGUCHI_EXPECTS(side_.has_value());
    face_lost_ = face_lost_ || now - last_face_ > limits_.longest_gap;
    if (const auto* face = std::get_if<SeenFace>(&seen)) {
        last_face_ = now;
        measure(*face, now);
    }
}

void TurnChallenge::measure(const SeenFace& seen, MonotonicTime now) {
    face_changed_ =
        face_changed_ || score_of(straight_->face, seen.to_follow()) < limits_.least_likeness;
    const auto parallax = plane_parallax(straight_->landmarks, seen.where.landmarks);
    if (!parallax || now - asked_at_ < limits_.reaction) {
        return;
    }
    const float direction = direction_of(*side_);
    const float turn = direction * (estimate_pose(seen.where.landmarks).yaw - straight_->yaw);
    furthest_ = std::max(furthest_, turn);
    if (turn >= limits_.least_turn) {
        ++turned_;
        parallax_.add(direction * *parallax);
    } else if (turn <= -limits_.least_turn) {
        ++turned_away_;
    } else if (narrowing(straight_->landmarks, seen.where.landmarks) <= limits_.narrowed &&
               std::abs(turn) < limits_.flat_turn && std::abs(*parallax) < limits_.flat_parallax) {
        ++turned_flat_;
    }
}

bool TurnChallenge::is_over(MonotonicTime now) const {
    if (!side_) {
        return false;
    }
    const bool answered = failure().has_value() || turned_ >= limits_.frames;
    return (answered && now - asked_at_ >= limits_.least_shown) || now - asked_at_ >= limits_.time;
}

std::optional<LivenessReason> TurnChallenge::failure() const {
    if (face_changed_) {
        return LivenessReason::FaceChanged;
    }
    if (face_lost_) {
        return LivenessReason::FaceLost;
    }
    if (turned_away_ >= limits_.frames) {
        return LivenessReason::TurnedOtherWay;
    }
    return std::nullopt;
}

LivenessSign TurnChallenge::turn() const {
    if (!side_) {
        return {LivenessTest::Turn, LivenessReason::NotAsked, std::nullopt};
    }
    const auto reason =
        turned_ >= limits_.frames ? LivenessReason::AsOfAPerson : LivenessReason::TurnNotSeen;
    return {LivenessTest::Turn, failure().value_or(reason), furthest_};
}

LivenessSign TurnChallenge::depth() const {
    if (!side_) {
        return {LivenessTest::Depth, LivenessReason::NotAsked, std::nullopt};
    }
    if (parallax_.count() == 0) {
        const bool flat = turned_flat_ >= limits_.frames;
        return {LivenessTest::Depth,
                flat ? LivenessReason::FaceIsFlat : LivenessReason::TooFewFrames, std::nullopt};
    }
    const float parallax = parallax_.median();
    const bool stands_out = parallax >= limits_.least_parallax && turned_flat_ < limits_.frames;
    return {LivenessTest::Depth,
            stands_out ? LivenessReason::AsOfAPerson : LivenessReason::FaceIsFlat, parallax};
}

} // namespace madoguchi::face
