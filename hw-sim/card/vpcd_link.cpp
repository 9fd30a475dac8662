#include "hw-sim/card/vpcd_link.hpp"

#include "hw-sim/card/vpcd_protocol.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <utility>

namespace madoguchi::sim {

namespace {

// One attempt; a negative number when nobody listens.
int connect_to(std::uint16_t port) {
    const int connection = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connection < 0) {
        return -1;
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
        ::close(connection);
        return -1;
    }
    const int no_delay = 1; // small messages, answered at once
    ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &no_delay, sizeof(no_delay));
    return connection;
}

// A reader that stops inside a message is gone.
void limit_waiting(int connection, std::chrono::seconds limit) {
    const timeval timeout{limit.count(), 0};
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof(timeout));
    ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof(timeout));
}

// vpcd sends length and content apart, the second only when the first was acknowledged. Without
// the acknowledgement at once each command would wait 40 ms for it.
void acknowledge_at_once(int connection) {
    const int at_once = 1; // the kernel forgets it, so it is said each time
    ::setsockopt(connection, IPPROTO_TCP, TCP_QUICKACK, &at_once, sizeof(at_once));
}

bool receive(int connection, std::span<std::uint8_t> into) {
    acknowledge_at_once(connection);
    return ::recv(connection, into.data(), into.size(), MSG_WAITALL) ==
           static_cast<ssize_t>(into.size());
}

bool send_all(int connection, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

constexpr std::chrono::seconds message_time{5};
constexpr std::chrono::seconds no_limit{0};

} // namespace

VpcdLink::VpcdLink(CardInReader& card, std::uint16_t port, std::function<void()> on_lost)
    : card_(card), port_(port), on_lost_(std::move(on_lost)) {
}

VpcdLink::~VpcdLink() {
    remove();
}

Result<void> VpcdLink::insert(Deadline deadline) {
    if (inserted_) {
        return {};
    }
    remove(); // what a lost reader left behind
    constexpr std::chrono::milliseconds pause{100};
    while ((socket_ = connect_to(port_)) < 0) {
        if (deadline.has_passed()) {
            return fail(ErrorCode::ServiceUnavailable,
                        "no virtual reader listens; start pcscd with vsmartcard-vpcd installed");
        }
        std::this_thread::sleep_for(pause);
    }
    leaving_ = false;
    inserted_ = true;
    thread_ = std::jthread([this] { serve(); });
    return {};
}

void VpcdLink::remove() {
    leaving_ = true;
    if (socket_ >= 0) {
        ::shutdown(socket_, SHUT_RDWR);
    }
    if (thread_.joinable()) {
        thread_.join();
    }
    if (socket_ >= 0) {
        ::close(std::exchange(socket_, -1));
    }
    card_.power_off();
}

void VpcdLink::serve() {
    while (serve_one()) {
    }
    inserted_ = false;
    if (!leaving_) {
        on_lost_();
    }
}

bool VpcdLink::serve_one() {
    limit_waiting(socket_, no_limit);
    std::array<std::uint8_t, 2> header{};
    if (!receive(socket_, header)) {
        return false;
    }
    limit_waiting(socket_, message_time);
    Bytes message(static_cast<std::size_t>(big_endian(header)));
    if (message.empty() || !receive(socket_, message)) {
        return false;
    }
    const auto answer = answer_to_vpcd(card_, message);
    if (!answer) {
        return !is_command_to_vpcd(message); // a command without an answer: the card has left
    }
    if (is_command_to_vpcd(message)) {
        observer_(message, *answer);
    }
    return send_all(socket_, framed_for_vpcd(*answer));
}

} // namespace madoguchi::sim
