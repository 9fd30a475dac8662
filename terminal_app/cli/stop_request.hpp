// Ctrl-C as a question instead of an end.
#pragma once

#include <csignal>

namespace madoguchi::cli {

// As long as this lives, the first SIGINT, SIGTERM or SIGHUP only makes blocking calls return early
// and is remembered; a second one ends the program as ever. One at a time.
class StopRequest {
public:
    StopRequest();
    ~StopRequest();
    StopRequest(const StopRequest&) = delete;
    StopRequest& operator=(const StopRequest&) = delete;

    [[nodiscard]] bool received() const noexcept;

private:
    struct sigaction interrupt_before_ {};
    struct sigaction terminate_before_ {};
    struct sigaction hang_up_before_ {};
};

} // namespace madoguchi::cli
