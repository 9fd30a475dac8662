// One thread that carries out commands in order. Destruction lets it finish what it was given.
#pragma once

#include "terminal_app/service/bounded_queue.hpp"

#include <functional>
#include <thread>

namespace madoguchi::terminal {

template <typename Command>
class Worker {
public:
    static constexpr std::size_t capacity = 32;

    // `idle` is called when no command came for `idle_interval`.
    explicit Worker(
        std::function<void(Command)> carry_out, std::function<void()> idle = [] {},
        std::chrono::milliseconds idle_interval = std::chrono::seconds(1))
        : carry_out_(std::move(carry_out)), idle_(std::move(idle)), idle_interval_(idle_interval),
          thread_([this] { run(); }) {}
    ~Worker() { finish(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // False when too much is waiting.
    [[nodiscard]] bool post(Command command) { return commands_.push(std::move(command)); }

    // For a long command that gives way to the next one. Also when no more commands will come.
    [[nodiscard]] bool is_wanted_elsewhere() const {
        return !commands_.is_empty() || commands_.is_closed();
    }

    // No more commands; returns when the last one is done.
    void finish() {
        commands_.close();
        if (thread_.joinable()) {
            thread_.join();
        }
    }

private:
    void run() {
        while (!commands_.is_done()) {
            if (auto command = commands_.pop(idle_interval_)) {
                carry_out_(std::move(*command));
            } else {
                idle_();
            }
        }
    }

    BoundedQueue<Command> commands_{capacity};
    std::function<void(Command)> carry_out_;
    std::function<void()> idle_;
    std::chrono::milliseconds idle_interval_;
    std::jthread thread_;
};

} // namespace madoguchi::terminal
