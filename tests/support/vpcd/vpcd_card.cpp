#include "tests/support/vpcd/vpcd_card.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

namespace madoguchi::test {

namespace {

// One-byte messages of the vpcd protocol; every other message is a command APDU.
constexpr std::uint8_t power_off = 0;
constexpr std::uint8_t power_on = 1;
constexpr std::uint8_t reset = 2;
constexpr std::uint8_t get_answer_to_reset = 4;

const Bytes answer_to_reset{0x3B, 0x88, 0x80, 0x01, 0x00, 0x00, 0x05,
                            0xE0, 0xB3, 0x81, 0xA1, 0x00, 0x7F};

// vpcd sends length and content apart, so its kernel holds the content back until the length is
// acknowledged; without a quick acknowledgement that takes 40 ms a command.
bool receive(int socket, std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
        const ssize_t got = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (got <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

// Length and content in one piece: two would wait for each other's acknowledgement.
void send_message(int socket, ByteView content) {
    Bytes message{static_cast<std::uint8_t>(content.size() >> 8U),
                  static_cast<std::uint8_t>(content.size() & 0xFFU)};
    message.insert(message.end(), content.begin(), content.end());
    static_cast<void>(::send(socket, message.data(), message.size(), MSG_NOSIGNAL));
}

int connect_once(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): how sockets take addresses
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    return socket;
}

} // namespace

VpcdCard::VpcdCard(Answers answers, std::uint16_t port)
    : answers_(std::move(answers)), port_(port) {
}

VpcdCard::~VpcdCard() {
    remove();
}

void VpcdCard::insert() {
    remove();
    for (int i = 0; i < 100 && socket_ < 0; ++i) {
        socket_ = connect_once(port_);
        if (socket_ < 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }
    if (socket_ < 0) {
        throw std::runtime_error("nobody listens on vpcd's port");
    }
    thread_ = std::jthread([this] { serve(); });
}

void VpcdCard::remove() {
    if (socket_ >= 0) {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
        socket_ = -1;
    }
}

void VpcdCard::serve() {
    std::array<std::uint8_t, 2> length{};
    while (receive(socket_, length)) {
        Bytes message(static_cast<std::size_t>(length[0] << 8U | length[1]));
        if (!receive(socket_, message)) {
            return;
        }
        if (message.size() == 1 &&
            (message[0] == power_off || message[0] == power_on || message[0] == reset)) {
            continue;
        }
        const std::optional<Bytes> reply = reply_to(message);
        if (!reply) {
            ::shutdown(socket_, SHUT_RDWR);
            return;
        }
        send_message(socket_, *reply);
    }
}

std::optional<Bytes> VpcdCard::reply_to(ByteView message) const {
    if (message.size() == 1 && message[0] == get_answer_to_reset) {
        return answer_to_reset;
    }
    return answers_(message);
}

} // namespace madoguchi::test
