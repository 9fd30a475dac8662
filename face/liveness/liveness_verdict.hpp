// What spoke for and against a living person before the camera. No single sign is a proof: each is
// kept with its reason, for staff and for who tunes the camera.
#pragma once

#include "hal/base/error.hpp"

#include <array>
#include <optional>

namespace madoguchi::face {

enum class LivenessTest : std::uint8_t {
    Texture,  // two networks that know prints and screens by their surface
    Turn,     // the head turned to the side that was asked for, and stayed the same person's
    Depth,    // while it turned, its points moved as a head's do and not as a picture's
    Motion,   // the face is never twice quite the same
    Border,   // no edge of paper or screen stands on both sides of the face
    Infrared, // an infrared camera, where one is fitted
};
inline constexpr std::size_t liveness_test_count =
    static_cast<std::size_t>(LivenessTest::Infrared) + 1;

enum class LivenessReason : std::uint8_t {
    AsOfAPerson, // passed
    // failed
    LooksArtificial,
    TurnNotSeen,
    TurnedOtherWay,
    FaceChanged, // another face while it turned
    FaceLost,    // no face, or several, while it turned
    FaceIsFlat,
    PictureIsFrozen,
    BorderSeen,
    NoWarmth, // of an infrared camera: no living skin
    // not judged
    TooFewFrames,
    NotAsked,    // the policy asks for no turn
    EdgesHidden, // too near: what stands beside the chin is out of the picture
    NotFitted,   // there is no such camera
};

enum class LivenessOutcome : std::uint8_t { Passed, Failed, NotJudged };

struct LivenessSign {
    LivenessTest test{};
    LivenessReason reason = LivenessReason::TooFewFrames;
    std::optional<float> measure; // of the test's own kind; absent where nothing was measured
};

[[nodiscard]] LivenessOutcome outcome_of(LivenessReason reason) noexcept;

enum class LivenessGrade : std::uint8_t {
    Shown,    // every test that could be made was passed
    Unproved, // nothing speaks against it, but a test that was due could not be judged
    Doubted,  // a test failed
};

// One sign for each test, in the order of LivenessTest.
struct LivenessVerdict {
    std::array<LivenessSign, liveness_test_count> signs;

    // A camera that is not fitted, and a turn that is not asked for, count for nothing.
    [[nodiscard]] LivenessGrade grade() const noexcept;
    [[nodiscard]] const LivenessSign& of(LivenessTest test) const noexcept {
        return signs[static_cast<std::size_t>(test)];
    }
};

// The enumerators in snake case, for output, logs and text ids: "turned_other_way".
[[nodiscard]] StaticText name_of(LivenessTest test) noexcept;
[[nodiscard]] StaticText name_of(LivenessReason reason) noexcept;
[[nodiscard]] StaticText name_of(LivenessOutcome outcome) noexcept;
[[nodiscard]] StaticText name_of(LivenessGrade grade) noexcept;

// For people: one English sentence.
[[nodiscard]] StaticText in_words(LivenessReason reason) noexcept;

} // namespace madoguchi::face
