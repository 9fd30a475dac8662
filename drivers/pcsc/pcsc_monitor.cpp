#include "drivers/pcsc/pcsc_monitor.hpp"

#include "drivers/pcsc/back_off.hpp"
#include "drivers/pcsc/pcsc_context.hpp"
#include "drivers/pcsc/watched_readers.hpp"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace madoguchi::drivers {

namespace {

using namespace std::chrono_literals;
using enum hal::ReaderChange;

// SCardCancel does nothing when the other thread has not begun to wait yet, and pcscd may lose a
// hot-plug notice between two calls: so no single wait is longer than this.
constexpr auto longest_look = 500ms;
// A daemon that returns at once without news must not make us spin.
constexpr auto rest_without_news = 20ms;

// A reader that is unknown was unplugged since it was listed: the next look sees that.
bool has_no_news(ScardCode code) {
    return code == ScardCode::Timeout || code == ScardCode::Cancelled ||
           code == ScardCode::UnknownReader;
}

} // namespace

class PcscMonitor::Watch {
public:
    explicit Watch(std::shared_ptr<const ScardTable> table) : service_(std::move(table)) {}

    [[nodiscard]] Result<ReaderEvents> wait(Deadline deadline);
    void cancel() noexcept;

private:
    [[nodiscard]] Result<ReaderEvents> look(Deadline deadline);
    [[nodiscard]] Result<ReaderEvents> look_at(const SharedPcscContext& context, Deadline deadline);
    [[nodiscard]] Result<ReaderEvents> service_failed(const Error& error);
    [[nodiscard]] ScardCode status_change(const SharedPcscContext& context,
                                          std::vector<ScardReaderStatus>& states, Deadline until);
    [[nodiscard]] bool take_cancellation();
    void rest(Deadline until);

    PcscService service_;
    WatchedReaders readers_;
    BackOff back_off_;
    Deadline next_attempt_ = Deadline::passed();
    bool service_lost_ = false;

    std::mutex mutex_; // guards what cancel() touches
    std::condition_variable cancelled_changed_;
    bool cancelled_ = false;
    SharedPcscContext waiting_in_;
};

Result<ReaderEvents> PcscMonitor::Watch::wait(Deadline deadline) {
    while (!take_cancellation()) {
        auto events = look(deadline);
        if (!events || !events->empty()) {
            return events;
        }
        if (deadline.has_passed()) {
            break;
        }
        rest(deadline.but_within(rest_without_news));
    }
    return ReaderEvents{};
}

Result<ReaderEvents> PcscMonitor::Watch::look(Deadline deadline) {
    if (!next_attempt_.has_passed()) {
        rest(deadline.but_within(next_attempt_.remaining()));
        return ReaderEvents{};
    }
    const auto context = service_.context();
    if (!context) {
        return service_failed(context.error());
    }
    auto events = look_at(*context, deadline);
    if (!events) {
        return service_failed(events.error());
    }
    back_off_.reset();
    if (service_lost_) {
        service_lost_ = false;
        events->insert(events->begin(), hal::ReaderEvent{ServiceRestored, {}});
    }
    return events;
}

Result<ReaderEvents> PcscMonitor::Watch::look_at(const SharedPcscContext& context,
                                                 Deadline deadline) {
    ReaderEvents events = readers_.see_names(MADOGUCHI_TRY(list_reader_names(*context)));
    std::vector<ScardReaderStatus> states = readers_.to_watch();
    const bool has_news = !events.empty() || service_lost_;
    const ScardCode code = status_change(
        context, states, has_news ? Deadline::passed() : deadline.but_within(longest_look));
    if (code == ScardCode::Success) {
        const ReaderEvents changes = readers_.see_states(states);
        events.insert(events.end(), changes.begin(), changes.end());
    } else if (events.empty() && !has_no_news(code)) {
        return fail(error_before_use(code));
    }
    return events;
}

ScardCode PcscMonitor::Watch::status_change(const SharedPcscContext& context,
                                            std::vector<ScardReaderStatus>& states,
                                            Deadline until) {
    {
        const std::lock_guard lock(mutex_);
        if (cancelled_) {
            return ScardCode::Cancelled;
        }
        waiting_in_ = context;
    }
    const ScardCode code =
        context->table().get_status_change(context->handle(), until.remaining(), states);
    const std::lock_guard lock(mutex_);
    waiting_in_.reset();
    return code;
}

// The first failure is news; later ones only lengthen the pause before the next attempt.
Result<ReaderEvents> PcscMonitor::Watch::service_failed(const Error& error) {
    service_.discard_context();
    next_attempt_ = Deadline::after(back_off_.next());
    if (error.code() != ErrorCode::ServiceUnavailable) {
        return fail(error);
    }
    ReaderEvents events = readers_.lose_all();
    if (!service_lost_) {
        service_lost_ = true;
        events.push_back({ServiceLost, {}});
    }
    return events;
}

bool PcscMonitor::Watch::take_cancellation() {
    const std::lock_guard lock(mutex_);
    return std::exchange(cancelled_, false);
}

void PcscMonitor::Watch::rest(Deadline until) {
    std::unique_lock lock(mutex_);
    cancelled_changed_.wait_until(lock, until.moment(), [this] { return cancelled_; });
}

void PcscMonitor::Watch::cancel() noexcept {
    SharedPcscContext context;
    {
        const std::lock_guard lock(mutex_);
        cancelled_ = true;
        context = waiting_in_;
    }
    cancelled_changed_.notify_all();
    if (context != nullptr) {
        static_cast<void>(context->table().cancel(context->handle()));
    }
}

PcscMonitor::PcscMonitor(std::shared_ptr<const ScardTable> table)
    : watch_(std::make_unique<Watch>(std::move(table))) {
}

PcscMonitor::~PcscMonitor() = default;

Result<std::vector<hal::ReaderEvent>> PcscMonitor::wait(Deadline deadline) {
    return watch_->wait(deadline);
}

void PcscMonitor::cancel() noexcept {
    watch_->cancel();
}

} // namespace madoguchi::drivers
