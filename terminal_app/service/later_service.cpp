#include "terminal_app/service/later_service.hpp"

#include "hal/base/log.hpp"

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""s;
using std::chrono_literals::operator""min;

constexpr auto between_questions = 1s; // the desk's own come first
constexpr auto between_looks = 30s;

} // namespace

LaterService::LaterService(std::shared_ptr<LaterList> list, eligibility::EligibilityLink& link,
                           LaterSettings settings, const Clock& clock, Post post)
    : list_(std::move(list)), post_(std::move(post)), back_off_(5s, 5min) {
    if (list_ == nullptr) {
        post_(LaterNews{});
        return;
    }
    confirmation_ = std::make_unique<LaterConfirmation>(*list_, link, std::move(settings), clock);
    tell();
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

LaterService::~LaterService() {
    thread_.request_stop();
    wake_.notify_all();
}

bool LaterService::keep(const LaterQuestion& question, FailureReason why) {
    if (list_ == nullptr) {
        return false;
    }
    const auto kept = list_->keep(question, std::string(code_of(why)));
    if (!kept) {
        tell_unusable(kept.error());
        return false;
    }
    log::write(log::Level::Info, "later_kept", {{"number", *kept}});
    tell();
    return true;
}

void LaterService::run(const std::stop_token& stop) {
    std::chrono::milliseconds pause = between_questions; // the desk starts first
    while (!stop.stop_requested()) {
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, pause, [] { return false; });
        lock.unlock();
        if (!stop.stop_requested()) {
            pause = work();
        }
    }
}

std::chrono::milliseconds LaterService::work() {
    const auto step = confirmation_->step();
    const auto tidied = confirmation_->tidy();
    if (!step || !tidied) {
        tell_unusable(step ? tidied.error() : step.error());
        return back_off_.rest(failures_++);
    }
    if (*step == LaterStep::LinkDown) {
        return back_off_.rest(failures_++);
    }
    failures_ = 0;
    tell();
    return *step == LaterStep::Asked ? between_questions : between_looks;
}

void LaterService::tell() {
    const auto counts = list_->counts();
    if (!counts) {
        return tell_unusable(counts.error());
    }
    post_(LaterNews{*counts, true});
}

void LaterService::tell_unusable(const Error& error) {
    log::write_error(log::Level::Error, "later_list_unusable", error);
    post_(LaterNews{});
}

} // namespace madoguchi::terminal
