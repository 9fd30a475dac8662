// Watches the readers on a thread of its own and tells the reception what concerns it.
#pragma once

#include "hal/card_reader.hpp"
#include "terminal_app/service/message.hpp"

#include <set>
#include <thread>

namespace madoguchi::terminal {

// Turns what happens at all readers into what concerns ours. Pure: calls nothing.
class ReaderWatch {
public:
    // An empty name means: any reader, the card decides.
    explicit ReaderWatch(std::string wanted_reader) : wanted_(std::move(wanted_reader)) {}

    // What to tell after one look. A look without events still tells, once, that no reader is
    // there.
    [[nodiscard]] std::vector<Message> see(const std::vector<hal::ReaderEvent>& events);
    [[nodiscard]] std::vector<Message> see(const Error& error);

private:
    [[nodiscard]] bool concerns_us(const hal::ReaderEvent& event) const;
    void see_one(const hal::ReaderEvent& event);
    void tell_availability(std::vector<Message>& news);

    std::string wanted_;
    std::set<std::string> attached_;
    bool service_is_lost_ = false;
    bool had_reader_ = false;
    bool was_told_ = false;
    std::optional<FailureReason> told_; // why no reader can be used, as told last
};

class MonitorService {
public:
    // The monitor outlives the service.
    MonitorService(hal::CardReaderMonitor& monitor, std::string wanted_reader, Post post);
    ~MonitorService();
    MonitorService(const MonitorService&) = delete;
    MonitorService& operator=(const MonitorService&) = delete;

private:
    void run(const std::stop_token& stop);

    hal::CardReaderMonitor& monitor_;
    ReaderWatch watch_;
    Post post_;
    std::jthread thread_; // last: it uses the rest
};

} // namespace madoguchi::terminal
