// One patient before the camera: frames in, guidance out, and in the end one decision.
#pragma once

#include "face/calibrate/calibration.hpp"
#include "face/match/seen_face_listener.hpp"

#include <chrono>
#include <vector>

namespace madoguchi::face {

struct MatchPolicy {
    // A score is the cosine to the mean of this many frames, never the best of them: taking the
    // best multiplies false matches.
    int frames = 5;
    MatchThresholds thresholds =
        shipped_calibration().thresholds_for(FalseMatchRate::OneInThousand, frames).value();
    int least_frames = 3; // when time is up
    int tries = 3;        // sets of frames that may end unsure
    // Frames that closed eyes hold back; after them eyes are no longer judged: whose eyes are
    // narrow is not to be asked for ever.
    int most_closed_eyes = 20;
    std::chrono::milliseconds longest_frame_age{500};
    std::chrono::milliseconds time{8000}; // from the first frame on
};

struct MatchProgress {
    Guidance guidance = Guidance::NoFace;
    double progress = 0;                   // of the present set of frames, 0 to 1
    std::optional<MatchDecision> decision; // present once: the session is over
};

// Used by one thread. Holds templates, no pictures.
class MatchSession {
public:
    // The engine outlives the session, and so does the listener, which may be null. Without the
    // chip's face, which takes its time to be read, the session keeps the newest set of frames that
    // follow one another; its time begins with the chip's face.
    MatchSession(FaceEngine& engine, std::optional<FaceTemplate> chip_face,
                 const MatchPolicy& policy = {}, SeenFaceListener* listener = nullptr);

    // Decides at once where a whole set is kept that ends with a fresh frame. Contract: the session
    // has no chip's face yet.
    [[nodiscard]] MatchProgress compare_with(FaceTemplate chip_face, MonotonicTime now);

    // Looks at one frame. A frame that is stale, repeated or of a broken size changes nothing. A
    // frame without exactly one person empties the set: somebody else may have stepped in.
    // After the decision each call gives the same answer. Errors: ModelFailed.
    [[nodiscard]] Result<MatchProgress> feed(const Frame& frame, MonotonicTime now);

    // Time is up, or no more frames come: decides on what was seen.
    [[nodiscard]] MatchDecision conclude();

private:
    [[nodiscard]] bool is_fresh(const Frame& frame, MonotonicTime now);
    [[nodiscard]] bool is_full() const;
    [[nodiscard]] MatchDecision decide_on_set() const;
    [[nodiscard]] Result<void> take(const ImageView& picture, LiveFace&& seen,
                                    MonotonicTime taken_at);
    [[nodiscard]] EyeGate eye_gate() const;
    void begin_anew();
    void keep_newest_set();
    void end_try();
    [[nodiscard]] MatchProgress progress() const;

    FaceEngine& engine_;
    std::optional<FaceTemplate> chip_face_;
    MatchPolicy policy_;
    SeenFaceListener* listener_;
    std::vector<FaceTemplate> set_;
    int tries_used_ = 0;
    int closed_eyes_ = 0; // frames held back for them
    MatchDecision last_unsure_;
    Guidance guidance_ = Guidance::NoFace;
    std::optional<std::uint64_t> last_sequence_;
    MonotonicTime last_taken_at_{}; // of the frame with that number
    std::optional<MonotonicTime> began_at_;
    std::optional<MatchDecision> decision_;
};

} // namespace madoguchi::face
