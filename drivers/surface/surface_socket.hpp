// hal::SurfaceNumberSource over a Unix socket: one connection gives the 14 digits of 照合番号B, or
// the 6 of a next-generation card's 照合番号, as ASCII and ends.
#pragma once

#include "hal/surface_number_source.hpp"

#include <filesystem>

namespace madoguchi::drivers {

class SurfaceSocket final : public hal::SurfaceNumberSource {
public:
    explicit SurfaceSocket(std::filesystem::path socket) : socket_(std::move(socket)) {}

    // 14 or 6.
    [[nodiscard]] bool gives(std::size_t digits) const override;
    // Whether somebody listens at the path. Errors: CameraMissing.
    [[nodiscard]] Result<void> check(Deadline deadline) override;
    // Errors: CameraMissing (nobody listens at the path), CameraLost (the connection broke),
    // SurfaceUnreadable (anything but exactly 14 or 6 digits), DeadlineExceeded, Cancelled.
    [[nodiscard]] Result<SecretBytes> read_number(Deadline deadline,
                                                  hal::SurfaceWatcher& watcher) override;

private:
    std::filesystem::path socket_;
};

} // namespace madoguchi::drivers
