// How long each step of a session took.
#pragma once

#include "terminal_app/service/desk.hpp"

namespace madoguchi::terminal {

class StepTimer {
public:
    void begin(MonotonicTime now);
    // A phase began; the one before has ended.
    void enter(Phase phase, MonotonicTime now);
    // The answer is there: what counts from tap to answer.
    void stop(MonotonicTime now);

    [[nodiscard]] const std::vector<StepTime>& steps() const noexcept { return steps_; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> total() const noexcept { return total_; }

private:
    MonotonicTime began_at_{};
    MonotonicTime entered_at_{};
    Phase phase_ = Phase::Idle;
    std::vector<StepTime> steps_;
    std::optional<std::chrono::milliseconds> total_;
};

// "recognise", "read_card" …; empty for a phase that is no step of a session.
[[nodiscard]] std::string_view step_name(Phase phase) noexcept;

} // namespace madoguchi::terminal
