// Server-sent events and the camera preview: answers that go on until the page leaves, the server
// stops or the screen changes.
#pragma once

#include "terminal_app/service/desk.hpp"

#include <httplib.h>

#include <atomic>
#include <functional>

namespace madoguchi::terminal {

// How many answers of a kind may go on at once.
class StreamPlaces {
public:
    explicit StreamPlaces(int places) : free_(places) {}

    [[nodiscard]] bool take();
    void give_back() { ++free_; }

private:
    std::atomic<int> free_;
};

using RenderView = std::function<std::string(const DeskView&)>;

// Answers 503 when no place is free. desk, stopping and places outlive the answer.
void stream_events(httplib::Response& response, const Desk& desk, std::string event_name,
                   RenderView render, const std::atomic<bool>& stopping, StreamPlaces& places);

// Answers 404 when no preview is shown.
void stream_preview(httplib::Response& response, const Desk& desk,
                    const std::atomic<bool>& stopping, StreamPlaces& places);

} // namespace madoguchi::terminal
