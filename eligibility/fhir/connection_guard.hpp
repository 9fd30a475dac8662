// Cuts a connection off when its time is up or too much came, in whatever phase it is: connecting,
// handshake, head or body. The HTTP library's own limits hold for each wait, not for all together.
#pragma once

#include "hal/base/deadline.hpp"

#include <openssl/ssl.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>

namespace madoguchi::eligibility::fhir {

class ConnectionGuard {
public:
    ConnectionGuard(Deadline deadline, std::size_t byte_limit);
    ~ConnectionGuard();
    ConnectionGuard(const ConnectionGuard&) = delete;
    ConnectionGuard& operator=(const ConnectionGuard&) = delete;

    // The connection's socket, new or another one than before. Keeps a descriptor of its own, so
    // that nothing else can be hit that takes the number later.
    void watch_socket(int socket);

    // Sees what arrives over TLS and what is alerted; the context must not be used after the guard
    // ended.
    void watch_messages(SSL_CTX* context);

    [[nodiscard]] bool is_over_limit() const;

    // One side alerted the other of what no repetition mends: certificate, version, protocol.
    [[nodiscard]] bool is_refused() const;

private:
    static void on_message(int is_sent, int version, int content_type, const void* data,
                           std::size_t length, SSL* connection, void* guard);
    void count(std::size_t bytes);
    void note_alert(std::uint8_t description);
    void cut_off(); // with the mutex held
    void wait_for_deadline();

    Deadline deadline_;
    std::size_t byte_limit_;
    mutable std::mutex mutex_;
    std::condition_variable ended_changed_;
    bool ended_ = false;
    bool is_cut_ = false;
    bool is_refused_ = false;
    std::size_t bytes_ = 0;
    int descriptor_ = -1;
    std::thread watcher_; // last: uses the rest
};

} // namespace madoguchi::eligibility::fhir
