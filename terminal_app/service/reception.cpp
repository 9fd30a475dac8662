#include "terminal_app/service/reception.hpp"

#include "hal/base/log.hpp"

#include <algorithm>

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr std::size_t inbox_capacity = 256;
constexpr auto watch_interval = 250ms;
constexpr auto action_time = 2s;

template <typename Request, typename Action>
ActionVerdict ask(BoundedQueue<Message>& inbox, Action action) {
    Request request{std::move(action), {}};
    std::future<bool> accepted = request.accepted.get_future();
    if (!inbox.push(Message(std::move(request))) ||
        accepted.wait_for(action_time) != std::future_status::ready) {
        return ActionVerdict::Busy;
    }
    return accepted.get() ? ActionVerdict::Done : ActionVerdict::DoesNotFit;
}

} // namespace

Reception::Reception(ReceptionOptions options, const Clock& clock)
    : options_(std::move(options)), clock_(clock), inbox_(inbox_capacity) {
    for (std::size_t i = 0; i < part_count; ++i) {
        health_[i].part = static_cast<Part>(i);
    }
    phase_ends_ = clock_.monotonic_now() + options_.time_limit(state_.phase);
    publish();
}

Post Reception::post() {
    return [this](Message message) {
        if (!inbox_.push(std::move(message)) && !inbox_.is_done()) {
            log::write(log::Level::Warning, "reception_inbox_full");
        }
    };
}

void Reception::stop() {
    stop_asked_ = true; // a full inbox must not swallow it
    static_cast<void>(inbox_.push(StopRequest{}));
}

ActionVerdict Reception::submit(PatientAction action) {
    return ask<PatientRequest>(inbox_, std::move(action));
}

ActionVerdict Reception::submit(StaffAction action) {
    return ask<StaffRequest>(inbox_, action);
}

void Reception::run(Services services) {
    services_ = &services;
    while (!stopping_) {
        const auto until_end = std::chrono::duration_cast<std::chrono::milliseconds>(
            phase_ends_ - clock_.monotonic_now());
        if (auto message = inbox_.pop(
                std::clamp<std::chrono::milliseconds>(until_end + 1ms, 0ms, watch_interval))) {
            handle(std::move(*message));
        }
        if (stop_asked_ && !stopping_) {
            handle(StopRequest{});
        }
        watch();
    }
    inbox_.close();
    views_.close();
    preview_.close();
    services_ = nullptr;
}

void Reception::handle(Message message) {
    std::visit([this](auto& one) { on(std::move(one)); }, message);
    publish();
}

// What nobody sends a message about: time, and a thread that says nothing any more.
void Reception::watch() {
    const bool stuck = services_->card.heartbeat().is_stuck(options_.longest_silence);
    if (stuck != card_thread_stuck_) {
        card_thread_stuck_ = stuck;
        log::write(log::Level::Warning, "card_thread", {{"stuck", stuck}});
        tell_availability();
        publish();
    }
    if (clock_.monotonic_now() >= phase_ends_) {
        take(event::TimedOut{state_.session});
        phase_ends_ = clock_.monotonic_now() + options_.time_limit(state_.phase);
        publish();
    }
}

bool Reception::take(const Event& event) {
    Step next = step(state_, event);
    if (!next.accepted) {
        return false;
    }
    const Phase before = state_.phase;
    state_ = std::move(next.state);
    if (state_.phase != before) {
        enter_phase(before);
    }
    for (const Effect& effect : next.effects) {
        std::visit([this](const auto& one) { perform(one); }, effect);
    }
    if (state_.phase != before && state_.phase == Phase::Consenting &&
        offered_items().empty()) { // nothing is to be asked for
        return take(event::ConsentsGiven{state_.session, {}});
    }
    return true;
}

void Reception::enter_phase(Phase before) {
    const MonotonicTime now = clock_.monotonic_now();
    phase_ends_ = now + options_.time_limit(state_.phase);
    timer_.enter(state_.phase, now);
    if (is_session(before) && !is_session(state_.phase)) {
        timer_.stop(now);
        last_end_ = {state_.session,
                     state_.way,
                     state_.outcome,
                     state_.reason,
                     vault_.remarks(clock_.civil_now()),
                     liveness_};
    }
    if (state_.phase == Phase::Consenting) { // the person is proved
        check_posted(services_->eligibility.expect({state_.session, vault_.card()}),
                     state_.session);
    }
    if (state_.phase == Phase::AwaitingVisual) {
        open_photo();
    } else {
        photo_.publish(nullptr);
    }
    log::write(log::Level::Info, "phase",
               {{"session", static_cast<std::int64_t>(state_.session.value)},
                {"name", log::HarmlessText(name_of(state_.phase))},
                {"reason",
                 log::HarmlessText(state_.reason ? code_of(*state_.reason) : std::string_view())}});
}

void Reception::publish() {
    DeskView view{
        state_,   health_,       offered_items(), timer_.steps(), strands_.strands(),
        traffic_, tap_to_match_, timer_.total(),  front_differs_, photo_.newest().value != nullptr,
        last_end_};
    if (state_.phase != Phase::Idle) { // there it would be that of the patient before
        view.liveness = liveness_;
        view.answer = answer_;
        view.kept_for_later = kept_for_later_;
    }
    view.later = later_;
    view.face_files = face_files_;
    views_.publish(std::make_shared<const DeskView>(std::move(view)));
}

} // namespace madoguchi::terminal
