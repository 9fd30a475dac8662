#include "face/liveness/liveness_verdict.hpp"

#include <algorithm>

namespace madoguchi::face {

namespace {

struct Wording {
    LivenessReason reason;
    LivenessOutcome outcome;
    StaticText name;
    StaticText words;
};

using O = LivenessOutcome;
using R = LivenessReason;
constexpr std::array wordings{
    Wording{R::AsOfAPerson, O::Passed, "as_of_a_person", "As of a living person."},
    Wording{R::LooksArtificial, O::Failed, "looks_artificial",
            "The surface looks like a print or a screen."},
    Wording{R::TurnNotSeen, O::Failed, "turn_not_seen", "The head did not turn when asked."},
    Wording{R::TurnedOtherWay, O::Failed, "turned_other_way",
            "The head turned to the other side than asked."},
    Wording{R::FaceChanged, O::Failed, "face_changed",
            "Another face stood there while the head turned."},
    Wording{R::FaceLost, O::Failed, "face_lost",
            "The face was lost, or was not alone, while the head turned."},
    Wording{R::FaceIsFlat, O::Failed, "face_is_flat", "The face turned as a flat picture does."},
    Wording{R::PictureIsFrozen, O::Failed, "picture_is_frozen",
            "The face stayed exactly the same, as in a picture."},
    Wording{R::BorderSeen, O::Failed, "border_seen",
            "Straight edges stand on both sides of the face, as of paper or a screen."},
    Wording{R::NoWarmth, O::Failed, "no_warmth", "The infrared camera saw no living skin."},
    Wording{R::TooFewFrames, O::NotJudged, "too_few_frames", "Too few pictures to say."},
    Wording{R::NotAsked, O::NotJudged, "not_asked", "No turn of the head was asked for."},
    Wording{R::EdgesHidden, O::NotJudged, "edges_hidden",
            "The face was too near to see what stands beside it."},
    Wording{R::NotFitted, O::NotJudged, "not_fitted", "No infrared camera is fitted."},
};

constexpr const Wording& wording_of(LivenessReason reason) {
    return wordings[static_cast<std::size_t>(reason)];
}

constexpr bool stand_in_order() {
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        if (wordings[i].reason != static_cast<LivenessReason>(i)) {
            return false;
        }
    }
    return wordings.size() == static_cast<std::size_t>(R::NotFitted) + 1;
}
static_assert(stand_in_order());

bool counts(const LivenessSign& sign) {
    return sign.reason != R::NotFitted && sign.reason != R::NotAsked;
}

} // namespace

LivenessOutcome outcome_of(LivenessReason reason) noexcept {
    return wording_of(reason).outcome;
}

LivenessGrade LivenessVerdict::grade() const noexcept {
    const auto any = [this](LivenessOutcome outcome) {
        return std::ranges::any_of(signs, [outcome](const LivenessSign& sign) {
            return counts(sign) && outcome_of(sign.reason) == outcome;
        });
    };
    if (any(O::Failed)) {
        return LivenessGrade::Doubted;
    }
    return any(O::Passed) && !any(O::NotJudged) ? LivenessGrade::Shown : LivenessGrade::Unproved;
}

StaticText name_of(LivenessTest test) noexcept {
    constexpr std::array<StaticText, liveness_test_count> names{"texture", "turn",   "depth",
                                                                "motion",  "border", "infrared"};
    return names[static_cast<std::size_t>(test)];
}

StaticText name_of(LivenessReason reason) noexcept {
    return wording_of(reason).name;
}

StaticText name_of(LivenessOutcome outcome) noexcept {
    constexpr std::array<StaticText, 3> names{"passed", "failed", "not_judged"};
    return names[static_cast<std::size_t>(outcome)];
}

StaticText name_of(LivenessGrade grade) noexcept {
    constexpr std::array<StaticText, 3> names{"shown", "unproved", "doubted"};
    return names[static_cast<std::size_t>(grade)];
}

StaticText in_words(LivenessReason reason) noexcept {
    return wording_of(reason).words;
}

} // namespace madoguchi::face
