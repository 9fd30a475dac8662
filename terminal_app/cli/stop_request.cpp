#include "terminal_app/cli/stop_request.hpp"

namespace madoguchi::cli {

namespace {

volatile std::sig_atomic_t signal_received = 0;

void remember(int /*signal*/) {
    signal_received = 1;
}

} // namespace

StopRequest::StopRequest() {
    signal_received = 0;
    struct sigaction once {};
    once.sa_handler = remember;
    once.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &once, &interrupt_before_);
    ::sigaction(SIGTERM, &once, &terminate_before_);
    ::sigaction(SIGHUP, &once, &hang_up_before_);
}

StopRequest::~StopRequest() {
    ::sigaction(SIGINT, &interrupt_before_, nullptr);
    ::sigaction(SIGTERM, &terminate_before_, nullptr);
    ::sigaction(SIGHUP, &hang_up_before_, nullptr);
}

bool StopRequest::received() const noexcept {
    return signal_received != 0;
}

} // namespace madoguchi::cli
