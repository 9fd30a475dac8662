// What the pictures of the face camera say against it, whoever stands before it.
#pragma once

#include "terminal_app/diagnostics/failure_reason.hpp"
#include "terminal_app/service/frame_watch.hpp"

namespace madoguchi::terminal {

// The frames of one look, in the order in which they come.
class FaceCameraWatch {
public:
    // CameraUnsuitable when several pictures in a row are too small or not whole; CameraBlack when
    // they are black for longer than a lamp and an exposure take.
    [[nodiscard]] std::optional<FailureReason> see(const Frame& frame);

    // The last picture is whole and not black.
    [[nodiscard]] bool sees_something() const noexcept;
    [[nodiscard]] bool is_slow() const noexcept { return pace_.is_slow(); }

private:
    FrameWatch pace_;
    int unsuitable_ = 0; // in a row
    std::optional<MonotonicTime> black_since_;
};

} // namespace madoguchi::terminal
