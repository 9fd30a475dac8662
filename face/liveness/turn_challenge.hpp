// Asks a head to turn and watches whether it does: in time, to the side that was asked for, with
// the same face all the while, and as a head and not as a picture.
#pragma once

#include "face/liveness/liveness_verdict.hpp"
#include "face/liveness/recent_values.hpp"
#include "face/liveness/turn_side.hpp"
#include "face/match/face_engine.hpp"
#include "hal/base/clock.hpp"

#include <chrono>

namespace madoguchi::face {

struct TurnLimits {
    float least_turn = 15; // degrees away from the straight look, as face/quality estimates them
    float straight = 10;   // degrees within which a look is a straight one
    // Cosine to the straight look. Renders keep 0.72 at 27 degrees; two of them reach 0.37.
    float least_likeness = 0.45F;
    // In eye distances. Renders give 0.14 from 15 degrees on; turned pictures of them at most 0.08.
    float least_parallax = 0.11F;
    // Something has turned when the eyes' distance shrank to this share; it is flat when the face
    // then looks hardly turned and its nose hardly stands out. On the renders: pictures turned by
    // 30 degrees look turned by at most 7 and give 0.04; heads as narrow look turned by 12 and
    // more.
    float narrowed = 0.92F;
    float flat_turn = 8;                         // degrees
    float flat_parallax = 0.05F;                 // eye distances
    int frames = 2;                              // that must show it
    std::chrono::milliseconds reaction{200};     // nobody answers sooner
    std::chrono::milliseconds least_shown{1000}; // so that the sentence can be read
    std::chrono::milliseconds time{7000};
    std::chrono::milliseconds longest_gap{700}; // without the face
};

// Used by one thread. Keeps one template and five points of the straight look.
class TurnChallenge {
public:
    explicit TurnChallenge(const TurnLimits& limits = {}) : limits_(limits) {}

    // Before the question: the straightest look is what turning is measured against.
    void remember(const SeenFace& seen);
    // Somebody else may stand there: no straight look, no question.
    void forget();
    [[nodiscard]] bool knows_straight_look() const noexcept { return straight_.has_value(); }

    // Contract: knows_straight_look().
    void ask(TurnSide side, MonotonicTime now);
    [[nodiscard]] std::optional<TurnSide> asked() const noexcept { return side_; }
    // A frame after the question. Without a face in it the gap is watched.
    void see(const LiveFace& seen, MonotonicTime now);
    [[nodiscard]] bool is_over(MonotonicTime now) const;

    [[nodiscard]] LivenessSign turn() const;  // measure: furthest turn to the asked side, degrees
    [[nodiscard]] LivenessSign depth() const; // measure: middle parallax, eye distances

private:
    struct StraightLook {
        FaceTemplate face;
        FiveLandmarks landmarks;
        float yaw = 0;
    };

    void measure(const SeenFace& seen, MonotonicTime now);
    [[nodiscard]] std::optional<LivenessReason> failure() const;

    TurnLimits limits_;
    std::optional<StraightLook> straight_;
    std::optional<TurnSide> side_;
    MonotonicTime asked_at_{};
    MonotonicTime last_face_{};
    bool face_lost_ = false;
    bool face_changed_ = false;
    int turned_ = 0;      // frames
    int turned_away_ = 0; // to the other side
    int turned_flat_ = 0; // narrower, and nothing stood out
    float furthest_ = 0;  // degrees
    RecentValues parallax_{15};
};

} // namespace madoguchi::face
