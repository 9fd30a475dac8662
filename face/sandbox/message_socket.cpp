#include "face/sandbox/message_socket.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>

namespace madoguchi::face {

namespace {

bool is_ready(int socket, short wanted, Deadline deadline) {
    pollfd waiting{socket, wanted, 0};
    return ::poll(&waiting, 1, static_cast<int>(deadline.remaining().count())) > 0;
}

bool may_be_tried_again() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

// `move` carries some bytes at once and returns their number, as send(2) and recv(2) do.
template <typename Span, typename Move>
Transfer transfer_whole(int socket, short wanted, Span bytes, Deadline deadline, Move move) {
    while (!bytes.empty()) {
        const ssize_t count = move(bytes);
        if (count == 0 || (count < 0 && !may_be_tried_again())) {
            return Transfer::Closed;
        }
        if (count > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        } else if (!is_ready(socket, wanted, deadline) && deadline.has_passed()) {
            return Transfer::Late;
        }
    }
    return Transfer::Complete;
}

} // namespace

Transfer send_whole(int socket, ByteView bytes, Deadline deadline) {
    return transfer_whole(socket, POLLOUT, bytes, deadline, [socket](ByteView rest) {
        return ::send(socket, rest.data(), rest.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    });
}

Transfer receive_whole(int socket, std::span<std::uint8_t> into, Deadline deadline) {
    return transfer_whole(socket, POLLIN, into, deadline, [socket](std::span<std::uint8_t> rest) {
        return ::recv(socket, rest.data(), rest.size(), MSG_DONTWAIT);
    });
}

} // namespace madoguchi::face
