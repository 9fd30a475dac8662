// Keeps what could not be checked at the desk, and confirms it on a thread of its own when the
// eligibility service is back.
#pragma once

#include "terminal_app/service/later_confirmation.hpp"
#include "terminal_app/service/message.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace madoguchi::terminal {

class LaterService {
public:
    // Without a usable list nothing is kept, nobody is promised anything, and the reception goes
    // on. link and clock outlive the service; the link is used by nobody else.
    LaterService(std::shared_ptr<LaterList> list, eligibility::EligibilityLink& link,
                 LaterSettings settings, const Clock& clock, Post post);
    ~LaterService();
    LaterService(const LaterService&) = delete;
    LaterService& operator=(const LaterService&) = delete;

    // True: it is on disk, and the patient may be told so. Callable from any thread.
    [[nodiscard]] bool keep(const LaterQuestion& question, FailureReason why);

private:
    void run(const std::stop_token& stop);
    // How long to pause after it.
    [[nodiscard]] std::chrono::milliseconds work();
    void tell();
    void tell_unusable(const Error& error);

    std::shared_ptr<LaterList> list_; // null: it could not be opened
    std::unique_ptr<LaterConfirmation> confirmation_;
    Post post_;
    BackOff back_off_;
    std::uint32_t failures_ = 0;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_; // last: it uses the rest
};

} // namespace madoguchi::terminal
