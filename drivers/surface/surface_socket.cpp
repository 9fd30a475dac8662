#include "drivers/surface/surface_socket.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace madoguchi::drivers {

namespace {

// 照合番号B, and 照合番号 of the next-generation card.
constexpr std::array<std::size_t, 2> number_lengths{14, 6};
constexpr std::size_t longest_number = number_lengths.front();

class Connection {
public:
    explicit Connection(const std::filesystem::path& path)
        : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string text = path.string();
        if (socket_ < 0 || text.size() >= sizeof(address.sun_path)) {
            return;
        }
        std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
        connected_ =
            ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    }
    ~Connection() {
        if (socket_ >= 0) {
            ::close(socket_);
        }
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] bool is_connected() const noexcept { return connected_; }

    // Bytes received into the span; 0 at the other side's end.
    Result<std::size_t> receive(std::span<std::uint8_t> into, Deadline deadline,
                                const hal::SurfaceWatcher& watcher) {
        constexpr std::chrono::milliseconds slice{100};
        pollfd waiting{socket_, POLLIN, 0};
        int ready = 0;
        while (ready == 0 && !deadline.has_passed() && watcher.is_wanted()) {
            ready = ::poll(&waiting, 1,
                           static_cast<int>(deadline.but_within(slice).remaining().count()));
        }
        if (ready == 0) {
            return deadline.has_passed()
                       ? fail(ErrorCode::DeadlineExceeded,
                              "the surface reader gave no number in time")
                       : fail(ErrorCode::Cancelled, "nobody waits for the number any more");
        }
        const ssize_t received = ready < 0 ? -1 : ::recv(socket_, into.data(), into.size(), 0);
        if (received < 0) {
            return fail(ErrorCode::CameraLost, "the connection to the surface reader broke");
        }
        return static_cast<std::size_t>(received);
    }

private:
    int socket_;
    bool connected_ = false;
};

bool is_digit(std::uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

bool is_length(std::size_t digits) {
    return std::ranges::find(number_lengths, digits) != number_lengths.end();
}

bool is_number(ByteView received) {
    return is_length(received.size()) && std::ranges::all_of(received, is_digit);
}

Error nobody_listens() {
    return {ErrorCode::CameraMissing,
            "no surface reader listens at its socket; start it or correct its path"};
}

} // namespace

bool SurfaceSocket::gives(std::size_t digits) const {
    return is_length(digits);
}

Result<void> SurfaceSocket::check(Deadline /*deadline*/) {
    return Connection(socket_).is_connected() ? Result<void>() : fail(nobody_listens());
}

Result<SecretBytes> SurfaceSocket::read_number(Deadline deadline, hal::SurfaceWatcher& watcher) {
    Connection connection(socket_);
    if (!connection.is_connected()) {
        return fail(nobody_listens());
    }
    SecretBytes buffer(longest_number + 1); // one more, to notice what is too long
    const auto room = buffer.reveal_for_writing();
    std::size_t filled = 0;
    while (filled < room.size()) {
        const std::size_t received =
            MADOGUCHI_TRY(connection.receive(room.subspan(filled), deadline, watcher));
        if (received == 0) {
            break;
        }
        filled += received;
    }
    const ByteView received = room.first(filled);
    if (!is_number(received)) {
        return fail(ErrorCode::SurfaceUnreadable,
                    "the surface reader gave neither 14 digits nor 6");
    }
    return SecretBytes(received);
}

} // namespace madoguchi::drivers
