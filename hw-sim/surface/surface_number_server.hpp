// Stands in for the camera that reads 照合番号B off the printed card front.
#pragma once

#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

#include <filesystem>
#include <thread>

namespace madoguchi::sim {

// Gives each client that connects to the socket the digits, and nothing else, and closes.
class SurfaceNumberServer {
public:
    // Replaces a socket left over at the path; it can be used by the same user only.
    // Errors: StorageFailed (path too long, folder missing or not writable).
    [[nodiscard]] static Result<SurfaceNumberServer> start(const std::filesystem::path& socket,
                                                           const SecretBytes& digits);

    // Stops serving and removes the socket.
    ~SurfaceNumberServer();
    SurfaceNumberServer(SurfaceNumberServer&& other) noexcept;
    SurfaceNumberServer& operator=(SurfaceNumberServer&&) = delete;
    SurfaceNumberServer(const SurfaceNumberServer&) = delete;
    SurfaceNumberServer& operator=(const SurfaceNumberServer&) = delete;

private:
    SurfaceNumberServer(std::filesystem::path socket, int listener, SecretBytes digits);

    std::filesystem::path socket_;
    int listener_;
    std::jthread thread_;
};

} // namespace madoguchi::sim
