// Camera and face engine on one thread. Without either the face way is reported unavailable, and
// everything else works.
#pragma once

#include "face/match/face_engine.hpp"
#include "face/match/match_session.hpp"
#include "hal/base/clock.hpp"
#include "hal/camera.hpp"
#include "terminal_app/service/board.hpp"
#include "terminal_app/service/message.hpp"
#include "terminal_app/service/worker.hpp"

#include <atomic>

namespace madoguchi::terminal {

namespace face_command {

struct WarmUp {
    SessionId session;
};
struct Match {
    SessionId session;
    SharedCardData card;
};
struct Release {
    SessionId session;
};

} // namespace face_command

using FaceCommand = std::variant<face_command::WarmUp, face_command::Match, face_command::Release>;

class FaceService {
public:
    // camera may be null. Everything given outlives the service.
    FaceService(Result<face::FaceEngine> engine, hal::CameraSource* camera, const Clock& clock,
                Board<SecretBytes>& preview, Post post);
    ~FaceService();
    FaceService(const FaceService&) = delete;
    FaceService& operator=(const FaceService&) = delete;

    [[nodiscard]] bool warm_up(SessionId session);
    [[nodiscard]] bool match(SessionId session, SharedCardData card);
    // Ends a match of this session or an earlier one within one frame, and closes the camera.
    void release(SessionId session);

private:
    void carry_out(FaceCommand command);
    void perform(const face_command::WarmUp& command);
    void perform(const face_command::Match& command);
    void perform(const face_command::Release& command);

    [[nodiscard]] bool is_released(SessionId session) const { return session.value <= released_; }
    [[nodiscard]] Result<void> open_camera();
    void close_camera();
    void tell_camera(std::optional<FailureReason> failure);
    // Looks whether the camera is there, while nobody needs it.
    void probe_camera();
    [[nodiscard]] Event match_with_photo(SessionId session, const CardData& card);
    [[nodiscard]] Event look_at_person(SessionId session, const CardData& card,
                                       face::FaceTemplate chip_face);
    void show(SessionId session, const Frame& frame, const face::MatchProgress& seen);

    Result<face::FaceEngine> engine_;
    hal::CameraSource* source_;
    const Clock& clock_;
    Board<SecretBytes>& preview_;
    Post post_;
    std::unique_ptr<hal::Camera> camera_;
    bool camera_is_known_ = false;
    std::optional<FailureReason> camera_failure_; // told last
    MonotonicTime next_probe_{};
    MonotonicTime next_preview_{};
    std::atomic<std::uint64_t> released_{0};
    Worker<FaceCommand> worker_; // last: its thread uses the rest
};

// Why the face way ends with this decision. Contract: the verdict is not Match. last_seen: what the
// patient was told last.
[[nodiscard]] FailureReason failure_reason_of(const face::MatchDecision& decision,
                                              face::Guidance last_seen) noexcept;

} // namespace madoguchi::terminal
