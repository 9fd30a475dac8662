// The one sentence a patient sees while the camera looks.
#pragma once

#include "hal/base/error.hpp"

namespace madoguchi::face {

enum class Guidance : std::uint8_t {
    NoFace,
    OnePerson, // several people are in the picture
    Closer,
    FurtherBack,
    LookStraight, // the head leans
    TurnLeft,     // a little to the own left; the others likewise
    TurnRight,
    ChinUp,
    ChinDown,
    Brighter,
    LessBright,
    LightFromLeft, // too much of it from the own left
    LightFromRight,
    OpenEyes,
    LowerMask,
    GlassesOff,
    ClearFace,      // something lies over the face, or the landmarks contradict each other
    ChallengeLeft,  // turn the head to the own left, to show that one is there
    ChallengeRight, // and to the right
    HoldStill,      // also when all is well
};

// The identifier of the sentence, for example "face.guidance.closer"; the words are the screen's.
[[nodiscard]] StaticText text_id(Guidance guidance) noexcept;

} // namespace madoguchi::face
