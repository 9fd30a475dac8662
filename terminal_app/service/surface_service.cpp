#include "terminal_app/service/surface_service.hpp"

#include "hal/base/log.hpp"

#include <utility>

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto time_ahead = 20s; // while the patient chooses a way
constexpr auto time_asked = 10s;
constexpr auto check_time = 5s;
constexpr auto probe_interval = 15s;
constexpr auto idle_interval = 200ms;
constexpr auto guidance_stands = 700ms; // or nobody could read it

} // namespace

FailureReason surface_failure_reason_of(const Error& error) noexcept {
    switch (error.code()) {
    case ErrorCode::CameraMissing:
        return FailureReason::SurfaceCameraNone;
    case ErrorCode::CameraLost:
        return FailureReason::SurfaceCameraLost;
    case ErrorCode::ImageUnreadable:
        return FailureReason::SurfaceCameraBlack;
    case ErrorCode::ImageRefused:
        return FailureReason::SurfaceCameraUnsuitable;
    case ErrorCode::ModelMissing:
        return FailureReason::SurfaceModels;
    default:
        return FailureReason::NumberUnreadable;
    }
}

// Of one reading.
class SurfaceService::Watcher final : public hal::SurfaceWatcher {
public:
    Watcher(SurfaceService& service, surface_command::Number number, SessionId session)
        : service_(service), number_(number), session_(session) {}

    void on_hindrance(StaticText text_id) override {
        const MonotonicTime now = service_.clock_.monotonic_now();
        if (service_.is_waited_for() && now >= next_guidance_) {
            next_guidance_ = now + guidance_stands;
            service_.post_(Report{event::SurfaceSeen{session_, text_id.view()}, {}});
        }
    }
    void on_slow_camera() override {
        slow_ = true;
        service_.tell_health(Condition::Degraded, FailureReason::SurfaceCameraSlow);
    }
    [[nodiscard]] bool is_wanted() const override {
        return !service_.is_released(number_) &&
               service_.clock_.monotonic_now() < service_.limit_.load();
    }
    [[nodiscard]] bool is_slow() const noexcept { return slow_; }

private:
    SurfaceService& service_;
    surface_command::Number number_;
    SessionId session_;
    MonotonicTime next_guidance_{};
    bool slow_ = false;
};

SurfaceService::SurfaceService(hal::SurfaceNumberSource* source, const Clock& clock, Post post)
    : source_(source), clock_(clock), post_(std::move(post)),
      worker_([this](SurfaceCommand command) { carry_out(std::move(command)); },
              [this] { probe(); }, idle_interval) {
}

SurfaceService::~SurfaceService() {
    released_ = ~surface_command::Number{0};
}

void SurfaceService::allow(std::chrono::milliseconds time) {
    limit_ = clock_.monotonic_now() + time;
}

bool SurfaceService::read_ahead(SessionId session) {
    allow(time_ahead);
    return worker_.post(surface_command::ReadAhead{++last_number_, session});
}

bool SurfaceService::give_number(SessionId session, jpki::FrontNumberKind kind) {
    const bool may_come = source_ != nullptr && source_->gives(jpki::digit_count(kind));
    asked_ = ++last_number_;
    allow(may_come ? time_asked : 0s);
    return worker_.post(surface_command::GiveNumber{last_number_, session, kind});
}

void SurfaceService::release() {
    released_ = last_number_;
    static_cast<void>(worker_.post(surface_command::Release{}));
}

void SurfaceService::carry_out(SurfaceCommand command) {
    std::visit([this](const auto& one) { perform(one); }, command);
}

void SurfaceService::perform(const surface_command::ReadAhead& command) {
    if (!is_released(command.number) && source_ != nullptr) {
        outcome_.emplace(read(command.number, command.session));
    }
}

void SurfaceService::perform(const surface_command::GiveNumber& command) {
    auto early = std::exchange(outcome_, std::nullopt);
    if (is_released(command.number)) {
        return;
    }
    if (source_ == nullptr || !source_->gives(jpki::digit_count(command.kind))) {
        return answer(command, fail(ErrorCode::SurfaceUnreadable,
                                    "nothing here reads the number of such a card's front"));
    }
    // What hindered before the patient was asked for anything may be over by now.
    const bool is_over =
        early && early->session == command.session && (early->digits || early->was_waited_for);
    answer(command,
           is_over ? std::move(early->digits) : read(command.number, command.session).digits);
}

void SurfaceService::perform(const surface_command::Release& /*command*/) {
    outcome_.reset();
}

SurfaceService::Outcome SurfaceService::read(surface_command::Number number, SessionId session) {
    Watcher watcher(*this, number, session);
    const MonotonicTime began = clock_.monotonic_now();
    auto digits = source_->read_number(Deadline::after(time_ahead + time_asked), watcher);
    const bool was_waited_for = is_waited_for();
    post_(StrandWork{session, Strand::Surface, began, clock_.monotonic_now()});
    if (digits && !watcher.is_slow()) {
        tell_health(Condition::Ok, std::nullopt);
    } else if (!digits && digits.error().code() != ErrorCode::Cancelled) {
        log::write_error(log::Level::Info, "surface_number_not_read", digits.error());
        const FailureReason reason = surface_failure_reason_of(digits.error());
        if (reason != FailureReason::NumberUnreadable) { // the camera's failure, not the card's
            tell_health(Condition::Down, reason);
        }
    }
    return {session, std::move(digits), was_waited_for};
}

void SurfaceService::answer(const surface_command::GiveNumber& command,
                            Result<SecretBytes> digits) {
    if (is_released(command.number)) {
        return;
    }
    auto dates = digits ? FrontDates::of_number(digits->reveal()) : std::nullopt;
    auto number = digits ? jpki::front_number_from(command.kind, std::move(*digits))
                         : Result<jpki::FrontNumber>(fail(digits.error()));
    if (!number) {
        post_(Report{
            event::NumberNotRead{command.session, surface_failure_reason_of(number.error())}, {}});
        return;
    }
    post_(Report{event::NumberRead{command.session},
                 FrontReading{std::move(*number), std::move(dates)}});
}

void SurfaceService::probe() {
    const MonotonicTime now = clock_.monotonic_now();
    const bool may_have_changed = !told_ || told_->reason == FailureReason::SurfaceCameraNone ||
                                  told_->reason == FailureReason::SurfaceCameraLost;
    if (now < next_probe_ || !may_have_changed) {
        return;
    }
    next_probe_ = now + probe_interval;
    const Result<void> there =
        source_ != nullptr
            ? source_->check(Deadline::after(check_time))
            : Result<void>(fail(ErrorCode::CameraMissing, "no surface camera is configured"));
    if (there) {
        tell_health(Condition::Ok, std::nullopt);
    } else {
        tell_health(Condition::Down, surface_failure_reason_of(there.error()));
    }
}

void SurfaceService::tell_health(Condition condition, std::optional<FailureReason> reason) {
    if (!told_ || told_->condition != condition || told_->reason != reason) {
        told_ = PartHealth{Part::Surface, condition, reason};
        post_(*told_);
    }
}

} // namespace madoguchi::terminal
