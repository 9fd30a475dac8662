#include "eligibility/fhir/connection_guard.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>

namespace madoguchi::eligibility::fhir {

ConnectionGuard::ConnectionGuard(Deadline deadline, std::size_t byte_limit)
    : deadline_(deadline), byte_limit_(byte_limit), watcher_([this] { wait_for_deadline(); }) {
}

ConnectionGuard::~ConnectionGuard() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    ended_changed_.notify_all();
    watcher_.join();
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

void ConnectionGuard::watch_socket(int socket) {
    const std::lock_guard lock(mutex_);
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
    descriptor_ = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (is_cut_) {
        cut_off();
    }
}

void ConnectionGuard::watch_bytes(SSL_CTX* context) {
    SSL_CTX_set_msg_callback(context, &ConnectionGuard::on_message);
    SSL_CTX_set_msg_callback_arg(context, this);
}

bool ConnectionGuard::is_over_limit() const {
    const std::lock_guard lock(mutex_);
    return bytes_ > byte_limit_;
}

void ConnectionGuard::on_message(int is_sent, int /*version*/, int content_type, const void* data,
                                 std::size_t length, SSL* /*connection*/, void* guard) {
    constexpr std::size_t record_header = 5; // its last two bytes: how much follows (RFC 8446, 5.1)
    if (is_sent == 0 && content_type == SSL3_RT_HEADER && length == record_header) {
        const auto* header = static_cast<const std::uint8_t*>(data);
        static_cast<ConnectionGuard*>(guard)->count((std::size_t{header[3]} << 8U) | header[4]);
    }
}

void ConnectionGuard::count(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes;
    if (bytes_ > byte_limit_) {
        cut_off();
    }
}

void ConnectionGuard::cut_off() {
    is_cut_ = true;
    if (descriptor_ >= 0) {
        ::shutdown(descriptor_, SHUT_RDWR);
    }
}

void ConnectionGuard::wait_for_deadline() {
    std::unique_lock lock(mutex_);
    if (!ended_changed_.wait_until(lock, deadline_.moment(), [this] { return ended_; })) {
        cut_off();
    }
}

} // namespace madoguchi::eligibility::fhir
