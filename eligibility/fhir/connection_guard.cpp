#include "eligibility/fhir/connection_guard.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::fhir {

namespace {

// About certificate, version or name (RFC 8446, 6.2). Others may come of a connection that broke.
bool is_refusal(std::uint8_t alert) {
    constexpr std::array<std::uint8_t, 12> refusals{SSL_AD_HANDSHAKE_FAILURE,
                                                    SSL_AD_BAD_CERTIFICATE,
                                                    SSL_AD_UNSUPPORTED_CERTIFICATE,
                                                    SSL_AD_CERTIFICATE_REVOKED,
                                                    SSL_AD_CERTIFICATE_EXPIRED,
                                                    SSL_AD_CERTIFICATE_UNKNOWN,
                                                    SSL_AD_UNKNOWN_CA,
                                                    SSL_AD_ACCESS_DENIED,
                                                    SSL_AD_PROTOCOL_VERSION,
                                                    SSL_AD_INSUFFICIENT_SECURITY,
                                                    SSL_AD_UNRECOGNIZED_NAME,
                                                    SSL_AD_CERTIFICATE_REQUIRED};
    return std::find(refusals.begin(), refusals.end(), alert) != refusals.end();
}

} // namespace

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

void ConnectionGuard::watch_messages(SSL_CTX* context) {
    SSL_CTX_set_msg_callback(context, &ConnectionGuard::on_message);
    SSL_CTX_set_msg_callback_arg(context, this);
}

bool ConnectionGuard::is_over_limit() const {
    const std::lock_guard lock(mutex_);
    return bytes_ > byte_limit_;
}

bool ConnectionGuard::is_refused() const {
    const std::lock_guard lock(mutex_);
    return is_refused_;
}

void ConnectionGuard::on_message(int is_sent, int /*version*/, int content_type, const void* data,
                                 std::size_t length, SSL* /*connection*/, void* guard) {
    constexpr std::size_t record_header = 5; // its last two bytes: how much follows (RFC 8446, 5.1)
    constexpr std::size_t alert_length = 2;  // level and description (section 6)
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    if (is_sent == 0 && content_type == SSL3_RT_HEADER && length == record_header) {
        static_cast<ConnectionGuard*>(guard)->count((std::size_t{bytes[3]} << 8U) | bytes[4]);
    }
    if (content_type == SSL3_RT_ALERT && length == alert_length) {
        static_cast<ConnectionGuard*>(guard)->note_alert(bytes[1]);
    }
}

void ConnectionGuard::count(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes;
    if (bytes_ > byte_limit_) {
        cut_off();
    }
}

void ConnectionGuard::note_alert(std::uint8_t description) {
    const std::lock_guard lock(mutex_);
    is_refused_ = is_refused_ || is_refusal(description);
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
