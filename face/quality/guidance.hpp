// The one sentence a patient sees while the camera looks.
#pragma once

#include "hal/base/error.hpp"

namespace madoguchi::face {

enum class Guidance : std::uint8_t {
    NoFace,
    OnePerson, // several people are in the picture
    Closer,
    FurtherBack,
    LookStraight,
    Brighter,
    ChallengeLeft,  // turn the head to the own left, to show that one is there
    ChallengeRight, // and to the right
    HoldStill,      // also when all is well
};

// The identifier of the sentence, for example "face.guidance.closer"; the words are the screen's.
[[nodiscard]] StaticText text_id(Guidance guidance) noexcept;

} // namespace madoguchi::face
