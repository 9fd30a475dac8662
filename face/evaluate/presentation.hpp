// Presentations to a camera, played as a reception sees them: people, and attacks on the check that
// a living person stands there (ISO/IEC 30107-3).
#pragma once

#include "face/liveness/liveness_check.hpp"

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

namespace madoguchi::face {

// The pictures of one presentation by their paths: a straight look, and the answers to being asked
// to turn. Without an answer the straight look goes on.
struct PresentationFiles {
    std::vector<std::filesystem::path> straight; // at least one
    std::vector<std::filesystem::path> left;
    std::vector<std::filesystem::path> right;
};

// A list of presentations, one a line: straight, left and right, separated by tabs, each some paths
// separated by commas; the last two may be missing. Relative paths begin at the folder. Empty lines
// and lines that begin with # count for nothing.
// Errors: SyntaxInvalid, TooLarge (a line of more than 8 KiB, more than 10,000 lines).
[[nodiscard]] Result<std::vector<PresentationFiles>>
read_presentations(std::istream& list, const std::filesystem::path& folder);

struct Presentation {
    std::vector<Image> straight; // at least one
    std::vector<Image> left;
    std::vector<Image> right;
};

// Plays four pictures a second, on a clock of its own, under the policy "required". Used by one
// thread.
class PresentationPlayer {
public:
    // The engine outlives the player.
    PresentationPlayer(FaceEngine& engine, LivenessVotes votes);
    PresentationPlayer(const PresentationPlayer&) = delete;
    PresentationPlayer& operator=(const PresentationPlayer&) = delete;

    // What the signs of life are when the turn is asked to this side. Whose face it is is not
    // looked at. Errors: ModelFailed.
    [[nodiscard]] Result<LivenessVerdict> play(const Presentation& presentation, TurnSide side);

private:
    [[nodiscard]] Result<bool> show_straight(const std::vector<Image>& pictures);
    [[nodiscard]] Result<void> show_answer(const Presentation& presentation);

    FaceEngine& engine_;
    TurnSide side_ = TurnSide::Left;
    MonotonicTime now_{};
    LivenessCheck check_;
};

} // namespace madoguchi::face
