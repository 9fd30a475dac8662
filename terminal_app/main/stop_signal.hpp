// SIGTERM and SIGINT as something to wait for.
#pragma once

#include <chrono>
#include <csignal>
#include <ctime>

namespace madoguchi::terminal {

class StopSignal {
public:
    // Call before any thread is started: they inherit the mask.
    StopSignal() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        std::signal(SIGPIPE, SIG_IGN); // a page that left is no reason to end
    }

    // True when a signal came before the time was over.
    [[nodiscard]] bool wait(std::chrono::milliseconds longest) const {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(longest);
        const std::chrono::nanoseconds rest = longest - seconds;
        const timespec time{static_cast<std::time_t>(seconds.count()),
                            static_cast<long>(rest.count())};
        return sigtimedwait(&signals_, nullptr, &time) > 0;
    }

private:
    sigset_t signals_{};
};

} // namespace madoguchi::terminal
