// Tells from outside whether a thread hangs in a call that cannot be cancelled (PC/SC).
#pragma once

#include <atomic>
#include <chrono>

namespace madoguchi::terminal {

class Heartbeat {
public:
    using Clock = std::chrono::steady_clock;

    // While this object lives, the thread is inside a piece of work.
    class Work {
    public:
        explicit Work(Heartbeat& heartbeat) : heartbeat_(heartbeat) { heartbeat_.beat(); }
        ~Work() { heartbeat_.beat_at_ = idle; }
        Work(const Work&) = delete;
        Work& operator=(const Work&) = delete;

    private:
        Heartbeat& heartbeat_;
    };

    // The work goes on.
    void beat() { beat_at_ = Clock::now().time_since_epoch().count(); }

    [[nodiscard]] bool is_stuck(std::chrono::milliseconds longest_silence) const {
        const Clock::rep beat_at = beat_at_;
        return beat_at != idle &&
               Clock::now() - Clock::time_point(Clock::duration(beat_at)) > longest_silence;
    }

private:
    static constexpr Clock::rep idle = -1;

    std::atomic<Clock::rep> beat_at_{idle};
};

} // namespace madoguchi::terminal
