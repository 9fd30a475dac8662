#include "hw-sim/surface/surface_number_server.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <system_error>
#include <utility>

namespace madoguchi::sim {

namespace {

constexpr int waiting_clients = 4;

// The listening socket, or a negative number.
int listen_at(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string text = path.string();
    if (text.size() >= sizeof(address.sun_path)) {
        return -1;
    }
    std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::unlink(text.c_str());
    const bool is_ready =
        listener >= 0 && ::fchmod(listener, S_IRUSR | S_IWUSR) == 0 &&
        ::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0 &&
        ::listen(listener, waiting_clients) == 0;
    if (!is_ready && listener >= 0) {
        ::close(listener);
    }
    return is_ready ? listener : -1;
}

void serve(const std::stop_token& stop, int listener, const SecretBytes& digits) {
    constexpr int patience_ms = 100; // how soon a stop is noticed
    while (!stop.stop_requested()) {
        pollfd waiting{listener, POLLIN, 0};
        if (::poll(&waiting, 1, patience_ms) <= 0) {
            continue;
        }
        const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) {
            continue;
        }
        const ByteView number = digits.reveal();
        static_cast<void>(::send(client, number.data(), number.size(), MSG_NOSIGNAL));
        ::close(client);
    }
}

} // namespace

Result<SurfaceNumberServer> SurfaceNumberServer::start(const std::filesystem::path& socket,
                                                       const SecretBytes& digits) {
    const int listener = listen_at(socket);
    if (listener < 0) {
        return fail(ErrorCode::StorageFailed,
                    "the surface socket cannot be made; its folder must exist and its path be "
                    "shorter than 108 bytes");
    }
    return SurfaceNumberServer(socket, listener, SecretBytes(digits.reveal()));
}

SurfaceNumberServer::SurfaceNumberServer(std::filesystem::path socket, int listener,
                                         SecretBytes digits)
    : socket_(std::move(socket)), listener_(listener),
      thread_([listener, number = std::move(digits)](const std::stop_token& stop) {
          serve(stop, listener, number);
      }) {
}

SurfaceNumberServer::SurfaceNumberServer(SurfaceNumberServer&& other) noexcept
    : socket_(std::move(other.socket_)), listener_(std::exchange(other.listener_, -1)),
      thread_(std::move(other.thread_)) {
}

SurfaceNumberServer::~SurfaceNumberServer() {
    if (listener_ < 0) {
        return;
    }
    thread_.request_stop();
    thread_.join();
    ::close(listener_);
    std::error_code ignored;
    std::filesystem::remove(socket_, ignored);
}

} // namespace madoguchi::sim
