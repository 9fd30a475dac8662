// Ends the process when its orderly end takes too long: PC/SC calls and network shares can hang and
// cannot be cancelled. What must not be lost is on disk by then.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace madoguchi::terminal {

class ExitGuard {
public:
    // From now on: when this object still lives after `patience`, the process ends with `status`.
    // The first call counts.
    void arm(int status, std::chrono::milliseconds patience) {
        if (thread_.joinable()) {
            return;
        }
        thread_ = std::jthread([status, patience](const std::stop_token& stop) {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any done;
            done.wait_for(lock, stop, patience, [] { return false; });
            if (!stop.stop_requested()) {
                std::_Exit(status);
            }
        });
    }

private:
    std::jthread thread_;
};

} // namespace madoguchi::terminal
