#include "terminal_app/service/face_service.hpp"

#include "hal/base/log.hpp"
#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/service/preview_picture.hpp"

#include <utility>

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto open_time = 5s;
constexpr auto frame_time = 2s;
constexpr auto match_time = 30s;
constexpr auto probe_time = 3s;
constexpr auto preview_interval = 100ms;

Event failed(SessionId session, FailureReason reason) {
    return event::WayFailed{session, Way::Face, reason};
}

} // namespace

FailureReason failure_reason_of(const face::MatchDecision& decision,
                                face::Guidance last_seen) noexcept {
    switch (decision.verdict) {
    case face::MatchVerdict::NoMatch:
        return FailureReason::FaceNotConfirmed;
    case face::MatchVerdict::UnusablePhoto:
        return FailureReason::PhotoUnreadable;
    case face::MatchVerdict::NoPhoto:
        return FailureReason::PhotoNone;
    case face::MatchVerdict::Match:
    case face::MatchVerdict::Unsure:
        break;
    }
    if (decision.reason == face::MatchReason::LivenessNotShown) {
        return FailureReason::FaceLiveness;
    }
    if (decision.reason == face::MatchReason::TooFewFrames) {
        return last_seen == face::Guidance::OnePerson ? FailureReason::FaceSeveral
                                                      : FailureReason::FaceNone;
    }
    return FailureReason::FaceUnsure;
}

FaceService::FaceService(FaceSettings settings, hal::CameraSource* camera,
                         face::PixelDecoder& decoder, const Clock& clock,
                         Board<SecretBytes>& preview, Post post)
    : settings_(std::move(settings)), source_(camera), decoder_(decoder), clock_(clock),
      preview_(preview), post_(std::move(post)),
      worker_([this](FaceCommand command) { carry_out(std::move(command)); },
              [this] { probe_camera(); }, 200ms) {
    if (!settings_.engine) {
        log::write_error(log::Level::Warning, "face_way_unavailable", settings_.engine.error());
    }
    post_(settings_.engine ? PartHealth{Part::Face, Condition::Ok, {}}
                           : PartHealth{Part::Face, Condition::Down, FailureReason::FaceModels});
}

FaceService::~FaceService() {
    released_ = ~face_command::Number{0};
}

bool FaceService::warm_up(SessionId session) {
    return worker_.post(face_command::WarmUp{++last_number_, session});
}

bool FaceService::look_ahead(SessionId session) {
    return worker_.post(face_command::WarmUp{++last_number_, session, true});
}

void FaceService::prepare(SessionId session, SecretBytes jpeg2000) {
    // Without room for it the match does it all.
    static_cast<void>(
        worker_.post(face_command::Prepare{++last_number_, session, std::move(jpeg2000)}));
}

bool FaceService::match(SessionId session, SharedCardData card) {
    return worker_.post(face_command::Match{++last_number_, session, std::move(card)});
}

void FaceService::release() {
    released_ = last_number_;
    static_cast<void>(worker_.post(face_command::Release{}));
}

void FaceService::carry_out(FaceCommand command) {
    std::visit([this](auto& one) { perform(one); }, command);
    look_until_wanted_elsewhere();
}

void FaceService::perform(const face_command::WarmUp& command) {
    if (is_released(command.number) || !settings_.engine) {
        return;
    }
    const MonotonicTime began = clock_.monotonic_now();
    const bool was_open = camera_ != nullptr;
    const auto opened = open_camera(); // a failure is reported when the picture is needed
    const MonotonicTime now = clock_.monotonic_now();
    if (!was_open) {
        post_(StrandWork{command.session, Strand::Camera, began, now});
    }
    if (opened && command.looks) {
        early_.emplace(EarlyLook{command.number, command.session, new_match(), now});
    }
}

void FaceService::look_until_wanted_elsewhere() {
    while (early_ && !worker_.is_wanted_elsewhere() && !is_released(early_->number)) {
        if (!look_at_next_frame()) {
            early_.reset(); // the match meets the same failure, and reports it
        }
    }
}

bool FaceService::look_at_next_frame() {
    const auto frame = camera_->next_frame(Deadline::after(frame_time));
    const auto seen = frame ? early_->match.feed(*frame, clock_.monotonic_now())
                            : Result<face::MatchProgress>(fail(frame.error()));
    if (seen && seen->progress >= 1 && !early_->is_complete) {
        early_->is_complete = true;
        post_(StrandWork{early_->session, Strand::Face, early_->began, clock_.monotonic_now()});
    }
    return seen.has_value();
}

void FaceService::perform(face_command::Prepare& command) {
    if (!is_released(command.number) && settings_.engine) {
        auto face = describe_photo(command.session, command.jpeg2000.reveal());
        prepared_.emplace(
            PreparedPhoto{command.session, std::move(command.jpeg2000), std::move(face)});
    }
}

void FaceService::perform(const face_command::Match& command) {
    if (is_released(command.number)) {
        return;
    }
    Event outcome = match_with_photo(command);
    forget_person();
    preview_.publish(nullptr);
    if (!is_released(command.number)) {
        post_(Report{std::move(outcome), {}});
    }
}

void FaceService::perform(const face_command::Release& /*command*/) {
    prepared_.reset();
    early_.reset();
    forget_person();
    preview_.publish(nullptr);
    close_camera();
}

// Templates that the signs of life were taken from.
void FaceService::forget_person() {
    if (settings_.liveness != nullptr) {
        settings_.liveness->begin();
    }
}

face::LiveMatch FaceService::new_match() {
    return {*settings_.engine, std::nullopt, settings_.policy, settings_.liveness.get()};
}

Result<void> FaceService::open_camera() {
    if (camera_ != nullptr) {
        return {};
    }
    auto opened = source_ != nullptr ? source_->open(Deadline::after(open_time))
                                     : fail(ErrorCode::CameraMissing, "no camera is configured");
    if (!opened) {
        tell_camera(FailureReason::CameraNone);
        return fail(opened.error());
    }
    camera_ = std::move(*opened);
    return {};
}

void FaceService::close_camera() {
    camera_.reset();
}

void FaceService::tell_camera(std::optional<FailureReason> failure) {
    if (!camera_is_known_ || camera_failure_ != failure) {
        camera_is_known_ = true;
        camera_failure_ = failure;
        const Condition bad =
            failure == FailureReason::CameraSlow ? Condition::Degraded : Condition::Down;
        post_(PartHealth{Part::Camera, failure ? bad : Condition::Ok, failure});
    }
}

void FaceService::probe_camera() {
    const MonotonicTime now = clock_.monotonic_now();
    const bool works = !camera_failure_ || camera_failure_ == FailureReason::CameraSlow;
    if (camera_ != nullptr || now < next_probe_ || (camera_is_known_ && works)) {
        return;
    }
    next_probe_ = now + settings_.probe_interval;
    if (open_camera()) {
        tell_camera(fault_of_camera());
        close_camera();
    }
}

std::optional<FailureReason> FaceService::fault_of_camera() {
    FaceCameraWatch watch;
    const Deadline deadline = Deadline::after(probe_time);
    while (!deadline.has_passed() && !worker_.is_wanted_elsewhere()) {
        const auto frame = camera_->next_frame(Deadline::after(frame_time));
        if (!frame) {
            return FailureReason::CameraLost;
        }
        const auto fault = watch.see(*frame);
        if (fault || watch.sees_something()) {
            return fault;
        }
    }
    return camera_failure_;
}

Result<face::ChipFace> FaceService::describe(SessionId session, ByteView proved_photo) {
    auto prepared = std::exchange(prepared_, std::nullopt);
    if (prepared && prepared->session == session &&
        same_bytes(prepared->jpeg2000.reveal(), proved_photo)) {
        return std::move(prepared->face);
    }
    return describe_photo(session, proved_photo);
}

Result<face::ChipFace> FaceService::describe_photo(SessionId session, ByteView jpeg2000) {
    const MonotonicTime began = clock_.monotonic_now();
    auto face = settings_.engine->read_chip_photo(decoder_, jpeg2000);
    post_(StrandWork{session, Strand::Photo, began, clock_.monotonic_now()});
    return face;
}

Event FaceService::match_with_photo(const face_command::Match& command) {
    const SessionId session = command.session;
    if (!settings_.engine) {
        return failed(session, FailureReason::FaceModels);
    }
    const jpki::FacePhoto* photo = command.card->photo();
    auto chip_face = describe(session, photo != nullptr ? photo->jpeg2000.reveal() : ByteView());
    if (!chip_face) {
        log::write_error(log::Level::Error, "face_engine_failed", chip_face.error());
        return failed(session, failure_reason_of(chip_face.error()));
    }
    if (const auto* decision = std::get_if<face::MatchDecision>(&*chip_face)) {
        return failed(session, failure_reason_of(*decision, face::Guidance::NoFace));
    }
    if (const auto opened = open_camera(); !opened) {
        log::write_error(log::Level::Warning, "camera_not_opened", opened.error());
        return failed(session, FailureReason::CameraNone);
    }
    return look_at_person(command, std::move(std::get<face::FaceTemplate>(*chip_face)));
}

Event FaceService::look_at_person(const face_command::Match& command,
                                  face::FaceTemplate chip_face) {
    const SessionId session = command.session;
    guidance_hold_ = {};
    auto early = std::exchange(early_, std::nullopt);
    face::LiveMatch match =
        early && early->session == session ? std::move(early->match) : new_match();
    face::Guidance guidance = face::Guidance::NoFace;
    auto decision = match.compare_with(std::move(chip_face), clock_.monotonic_now()).decision;
    const MonotonicTime began =
        early && !early->is_complete ? early->began : clock_.monotonic_now();
    const Deadline deadline = Deadline::after(match_time);
    FaceCameraWatch watch;
    while (!decision && !deadline.has_passed() && !is_released(command.number)) {
        const auto frame = camera_->next_frame(deadline.but_within(frame_time));
        if (!frame) {
            log::write_error(log::Level::Warning, "camera_lost", frame.error());
        }
        if (const auto fault = frame ? watch.see(*frame) : FailureReason::CameraLost) {
            return give_camera_up(session, *fault);
        }
        const auto seen = match.feed(*frame, clock_.monotonic_now());
        if (!seen) {
            log::write_error(log::Level::Error, "face_engine_failed", seen.error());
            return failed(session, failure_reason_of(seen.error()));
        }
        guidance = seen->guidance;
        decision = seen->decision;
        show(session, *frame, *seen);
    }
    post_(StrandWork{session, Strand::Face, began, clock_.monotonic_now()});
    tell_camera(watch.is_slow() ? std::optional(FailureReason::CameraSlow) : std::nullopt);
    return conclude(command, decision ? *decision : match.conclude(), guidance);
}

Event FaceService::give_camera_up(SessionId session, FailureReason fault) {
    close_camera();
    tell_camera(fault);
    return failed(session, fault);
}

Event FaceService::conclude(const face_command::Match& command, const face::MatchDecision& decision,
                            face::Guidance last_seen) {
    log::write(log::Level::Info, "face_decision",
               {{"verdict", name_of(decision.verdict)}, {"reason", name_of(decision.reason)}});
    if (decision.liveness) {
        for (const face::LivenessSign& sign : decision.liveness->signs) {
            log::write(log::Level::Info, "liveness",
                       {{"test", name_of(sign.test)}, {"reason", name_of(sign.reason)}});
        }
        if (!is_released(command.number)) {
            post_(LivenessReport{command.session, *decision.liveness});
        }
    }
    const auto evidence = AuthenticationEvidence::by_face(command.card->verdict(), decision);
    if (evidence) {
        return event::FaceMatched{command.session, *evidence};
    }
    return failed(command.session, failure_reason_of(decision, last_seen));
}

void FaceService::show(SessionId session, const Frame& frame, const face::MatchProgress& seen) {
    const MonotonicTime now = clock_.monotonic_now();
    if (now < next_preview_) {
        return;
    }
    next_preview_ = now + preview_interval;
    if (auto picture = preview_jpeg(frame)) {
        preview_.publish(std::make_shared<const SecretBytes>(std::move(*picture)));
    }
    post_(Report{event::FaceSeen{session, text_id(guidance_hold_.show(seen.guidance, now)).view(),
                                 seen.progress},
                 {}});
}

} // namespace madoguchi::terminal
