// The reception: one thread that takes messages, asks the workflow what they mean, and has the
// services do it.
#pragma once

#include "terminal_app/service/audit_service.hpp"
#include "terminal_app/service/card_service.hpp"
#include "terminal_app/service/desk.hpp"
#include "terminal_app/service/eligibility_service.hpp"
#include "terminal_app/service/face_service.hpp"
#include "terminal_app/service/session_vault.hpp"
#include "terminal_app/service/step_timer.hpp"
#include "terminal_app/service/surface_service.hpp"
#include "terminal_app/service/unsettled_visit.hpp"
#include "terminal_app/workflow/step.hpp"

#include <atomic>

namespace madoguchi::terminal {

struct ReceptionOptions {
    std::vector<eligibility::ConsentItem> consent_items;
    unsigned face_starts = default_face_starts; // in one visit
    // Told of each session of a proved card that ended without a valid insurance.
    std::function<void(UnsettledVisit)> on_unsettled = [](const UnsettledVisit& /*visit*/) {};
    // Of the card's thread, inside a piece of work: after that it counts as stuck.
    std::chrono::milliseconds longest_silence = std::chrono::seconds(10);
    // Tests shorten the phases.
    std::function<std::chrono::milliseconds(Phase)> time_limit = [](Phase phase) {
        return std::chrono::milliseconds(terminal::time_limit(phase));
    };
};

// The services that carry out effects. They outlive the time in which the reception runs.
struct Services {
    CardService& card;
    SurfaceService& surface;
    FaceService& face;
    EligibilityService& eligibility;
    AuditService& audit;
    face::PixelDecoder& decoder; // of the card's photo, for the staff's page
};

class Reception final : public Desk {
public:
    Reception(ReceptionOptions options, const Clock& clock);

    // Where services post to; usable from construction on, before run().
    [[nodiscard]] Post post();
    [[nodiscard]] Board<SecretBytes>& preview_board() noexcept { return preview_; }

    // Until stop() was called. Ends an open session first.
    void run(Services services);
    // Callable from any thread.
    void stop();

    // Desk
    [[nodiscard]] const Board<DeskView>& views() const override { return views_; }
    [[nodiscard]] const Board<SecretBytes>& preview() const override { return preview_; }
    [[nodiscard]] std::shared_ptr<const SecretBytes> photo() const override {
        return photo_.newest().value;
    }
    [[nodiscard]] ActionVerdict submit(PatientAction action) override;
    [[nodiscard]] ActionVerdict submit(StaffAction action) override;

private:
    void handle(Message message);
    void on(Report report);
    void on(PhotoArrived news);
    void on(LivenessReport report);
    void on(ChartFound news);
    void on(AnswerReport report);
    void on(LaterKept news);
    void on(LaterNews news);
    void on(FaceFileNews news);
    void on(TrafficReport report);
    void on(StrandWork work);
    void on(CardPutDown news);
    void on(const CardTakenAway& news);
    void on(ReadersReady news);
    void on(ReadersOut news);
    void on(PartHealth health);
    void on(PatientRequest request);
    void on(StaffRequest request);
    void on(StopRequest request);

    void note(const Event& event);
    // One event through the workflow; true when it was accepted.
    bool take(const Event& event);
    void tell_availability();
    void watch();
    void enter_phase(Phase before);
    [[nodiscard]] WaySet usable(WaySet ways) const;
    [[nodiscard]] std::vector<eligibility::ConsentItem> offered_items() const;

    [[nodiscard]] bool act(action::ChooseWay chosen);
    [[nodiscard]] bool act(action::EnterNumber entered);
    [[nodiscard]] bool act(action::EnterPin entered);
    [[nodiscard]] bool act(action::SpendLastTry wish);
    [[nodiscard]] bool act(const action::GiveConsents& answer);
    [[nodiscard]] bool act(action::CallStaff call);
    [[nodiscard]] bool act(action::Cancel cancel);
    [[nodiscard]] bool act(action::ConfirmVisual answer);
    [[nodiscard]] bool act(action::AllowVisual permission);
    [[nodiscard]] bool act(action::CancelSession cancel);

    void perform(const effect::RecogniseCard& effect);
    void perform(const effect::ReadFront& effect);
    void perform(const effect::ObtainCardData& effect);
    void perform(const effect::ReadCard& effect);
    void perform(const effect::WarmUpCamera& effect);
    void perform(const effect::LookAhead& effect);
    void perform(const effect::MatchFace& effect);
    void perform(const effect::StopFace& effect);
    void perform(const effect::CheckPin& effect);
    void perform(const effect::AskEligibility& effect);
    void perform(const effect::EndSession& effect);
    void tell_unsettled(const effect::EndSession& effect);
    void record_late(const AnswerReport& report);
    void record(AuditEntry entry);
    void check_posted(bool posted, SessionId session);

    void open_photo();
    void publish();

    ReceptionOptions options_;
    const Clock& clock_;
    BoundedQueue<Message> inbox_;
    Board<DeskView> views_;
    Board<SecretBytes> preview_;
    Board<SecretBytes> photo_;
    std::atomic<bool> stop_asked_ = false;

    // The reception's thread only.
    Services* services_ = nullptr;
    State state_;
    SessionVault vault_;
    StepTimer timer_;
    StrandTimer strands_;
    std::optional<std::chrono::milliseconds> tap_to_match_;
    bool number_was_rejected_ = false; // in this session
    bool front_differs_ = false;       // likewise
    CardTraffic traffic_;
    std::optional<face::LivenessVerdict> liveness_; // of this session or the last
    AnswerSummary answer_;                          // likewise
    bool kept_for_later_ = false;                   // likewise
    LaterNews later_;
    FaceFileNews face_files_;
    SessionEnd last_end_;
    std::array<PartHealth, part_count> health_;
    std::string session_reader_;
    CivilTime session_began_at_{};
    MonotonicTime session_began_{};
    MonotonicTime phase_ends_{};
    std::uint64_t last_session_ = 0;
    std::optional<FailureReason> readers_out_; // by the monitor
    bool card_thread_stuck_ = false;
    bool stopping_ = false;
};

} // namespace madoguchi::terminal
