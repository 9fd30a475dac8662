#include "terminal_app/service/monitor_service.hpp"

#include "hal/base/log.hpp"
#include "terminal_app/diagnostics/error_table.hpp"

#include <algorithm>

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""ms;

constexpr auto look_time = 1000ms;
constexpr auto pause_after_error = 500ms;

bool is_removed_in(const std::vector<hal::ReaderEvent>& events, const std::string& reader) {
    return std::any_of(events.begin(), events.end(), [&](const hal::ReaderEvent& event) {
        return event.change == hal::ReaderChange::ReaderRemoved && event.reader == reader;
    });
}

} // namespace

bool ReaderWatch::concerns_us(const hal::ReaderEvent& event) const {
    return event.reader.empty() || wanted_.empty() || event.reader == wanted_;
}

void ReaderWatch::see_one(const hal::ReaderEvent& event) {
    switch (event.change) {
    case hal::ReaderChange::ReaderAdded:
        attached_.insert(event.reader);
        had_reader_ = true;
        return;
    case hal::ReaderChange::ReaderRemoved:
        attached_.erase(event.reader);
        return;
    case hal::ReaderChange::ServiceLost:
        attached_.clear();
        service_is_lost_ = true;
        return;
    case hal::ReaderChange::ServiceRestored:
        service_is_lost_ = false;
        had_reader_ = false;
        return;
    case hal::ReaderChange::CardInserted:
    case hal::ReaderChange::CardRemoved:
        return;
    }
}

void ReaderWatch::tell_availability(std::vector<Message>& news) {
    std::optional<FailureReason> out;
    if (service_is_lost_) {
        out = FailureReason::ReaderService;
    } else if (attached_.empty()) {
        out = had_reader_ ? FailureReason::ReaderLost : FailureReason::ReaderNone;
    }
    if (was_told_ && out == told_) {
        return;
    }
    was_told_ = true;
    told_ = out;
    news.push_back(out ? Message(ReadersOut{*out}) : Message(ReadersReady{}));
}

std::vector<Message> ReaderWatch::see(const std::vector<hal::ReaderEvent>& events) {
    std::vector<Message> cards;
    for (const hal::ReaderEvent& event : events) {
        if (!concerns_us(event)) {
            continue;
        }
        see_one(event);
        // A card in a reader that is lost is no card taken away: the lost reader is the news.
        if (event.change == hal::ReaderChange::CardRemoved &&
            !is_removed_in(events, event.reader)) {
            cards.emplace_back(CardTakenAway{event.reader});
        } else if (event.change == hal::ReaderChange::CardInserted) {
            cards.emplace_back(CardPutDown{event.reader});
        }
    }
    std::vector<Message> news;
    tell_availability(news);
    std::move(cards.begin(), cards.end(), std::back_inserter(news));
    return news;
}

std::vector<Message> ReaderWatch::see(const Error& error) {
    const FailureReason out = failure_reason_of(error);
    if (was_told_ && told_ == out) {
        return {};
    }
    log::write_error(log::Level::Warning, "reader_monitor_failed", error);
    was_told_ = true;
    told_ = out;
    std::vector<Message> news;
    news.emplace_back(ReadersOut{out});
    return news;
}

MonitorService::MonitorService(hal::CardReaderMonitor& monitor, std::string wanted_reader,
                               Post post)
    : monitor_(monitor), watch_(std::move(wanted_reader)), post_(std::move(post)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {
}

MonitorService::~MonitorService() {
    thread_.request_stop();
    monitor_.cancel();
}

void MonitorService::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto events = monitor_.wait(Deadline::after(look_time));
        for (Message& message : events ? watch_.see(*events) : watch_.see(events.error())) {
            post_(std::move(message));
        }
        if (!events) {
            std::this_thread::sleep_for(pause_after_error);
        }
    }
}

} // namespace madoguchi::terminal
