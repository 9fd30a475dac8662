// Camera and face engine on one thread. Without either the face way is reported unavailable, and
// everything else works.
#pragma once

#include "face/liveness/live_match.hpp"
#include "face/quality/guidance_hold.hpp"
#include "hal/base/clock.hpp"
#include "hal/camera.hpp"
#include "terminal_app/service/board.hpp"
#include "terminal_app/service/face_camera_watch.hpp"
#include "terminal_app/service/message.hpp"
#include "terminal_app/service/worker.hpp"

#include <atomic>

namespace madoguchi::terminal {

namespace face_command {

// Which command it is, counted from one: a release ends all that were given before it.
using Number = std::uint64_t;

struct WarmUp {
    Number number = 0;
    SessionId session;
    bool looks = false; // else the camera is opened and nothing is looked at
};
struct Prepare {
    Number number = 0;
    SessionId session;
    SecretBytes jpeg2000;
};
struct Match {
    Number number = 0;
    SessionId session;
    SharedCardData card;
};
struct Release {};

} // namespace face_command

using FaceCommand = std::variant<face_command::WarmUp, face_command::Prepare, face_command::Match,
                                 face_command::Release>;

struct FaceSettings {
    Result<face::FaceEngine> engine; // an error: the face way is unavailable, and why
    face::MatchPolicy policy = {};
    // How often a camera that is lost or not there is looked for.
    std::chrono::milliseconds probe_interval = std::chrono::seconds(15);
    std::unique_ptr<face::LivenessCheck> liveness = nullptr; // null: off
};

class FaceService {
public:
    // camera may be null. Everything given outlives the service.
    FaceService(FaceSettings settings, hal::CameraSource* camera, face::PixelDecoder& decoder,
                const Clock& clock, Board<SecretBytes>& preview, Post post);
    ~FaceService();
    FaceService(const FaceService&) = delete;
    FaceService& operator=(const FaceService&) = delete;

    // These five are called by one thread.
    [[nodiscard]] bool warm_up(SessionId session);
    // The patient chose the face way: frames are looked at while the card is still read.
    [[nodiscard]] bool look_ahead(SessionId session);
    // The photo decoded and described while the card is still read. Nothing is told of it: it is
    // used by a match whose proved photo is the same, and otherwise for nothing.
    void prepare(SessionId session, SecretBytes jpeg2000);
    [[nodiscard]] bool match(SessionId session, SharedCardData card);
    // Ends what was asked for so far, within one frame and without a report; closes the camera.
    void release();

private:
    void carry_out(FaceCommand command);
    void perform(const face_command::WarmUp& command);
    void perform(face_command::Prepare& command);
    void perform(const face_command::Match& command);
    void perform(const face_command::Release& command);

    [[nodiscard]] bool is_released(face_command::Number number) const {
        return number <= released_;
    }
    [[nodiscard]] Result<void> open_camera();
    void close_camera();
    // While there is nothing else to do.
    void look_until_wanted_elsewhere();
    [[nodiscard]] bool look_at_next_frame();
    // A slow camera is degraded; any other failure means that it cannot be used.
    void tell_camera(std::optional<FailureReason> failure);
    // Looks whether the camera is there and sees something, while nobody needs it.
    void probe_camera();
    [[nodiscard]] std::optional<FailureReason> fault_of_camera();
    [[nodiscard]] Result<face::ChipFace> describe(SessionId session, ByteView proved_photo);
    [[nodiscard]] Result<face::ChipFace> describe_photo(SessionId session, ByteView jpeg2000);
    [[nodiscard]] Event match_with_photo(const face_command::Match& command);
    [[nodiscard]] face::LiveMatch new_match();
    [[nodiscard]] Event look_at_person(const face_command::Match& command,
                                       face::FaceTemplate chip_face);
    [[nodiscard]] Event give_camera_up(SessionId session, FailureReason fault);
    [[nodiscard]] Event conclude(const face_command::Match& command,
                                 const face::MatchDecision& decision, face::Guidance last_seen);
    void forget_person();
    void show(SessionId session, const Frame& frame, const face::MatchProgress& seen);

    struct PreparedPhoto {
        SessionId session;
        SecretBytes jpeg2000;
        Result<face::ChipFace> face;
    };

    // Frames of the person seen before the chip's face is known.
    struct EarlyLook {
        face_command::Number number = 0;
        SessionId session;
        face::LiveMatch match;
        MonotonicTime began{};
        bool is_complete = false; // a whole set of frames is there
    };

    FaceSettings settings_;
    hal::CameraSource* source_;
    face::PixelDecoder& decoder_; // of the card's photo
    const Clock& clock_;
    Board<SecretBytes>& preview_;
    Post post_;
    std::unique_ptr<hal::Camera> camera_;
    std::optional<PreparedPhoto> prepared_;
    std::optional<EarlyLook> early_;
    bool camera_is_known_ = false;
    std::optional<FailureReason> camera_failure_; // told last
    MonotonicTime next_probe_{};
    MonotonicTime next_preview_{};
    face::GuidanceHold guidance_hold_; // of the session that is looked at
    face_command::Number last_number_ = 0;
    std::atomic<face_command::Number> released_{0};
    Worker<FaceCommand> worker_; // last: its thread uses the rest
};

// Why the face way ends with this decision. Contract: the verdict is not Match. last_seen: what the
// patient was told last.
[[nodiscard]] FailureReason failure_reason_of(const face::MatchDecision& decision,
                                              face::Guidance last_seen) noexcept;

} // namespace madoguchi::terminal
