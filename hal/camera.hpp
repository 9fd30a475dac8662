// Port: a camera that gives its newest picture.
#pragma once

#include "hal/base/deadline.hpp"
#include "hal/base/frame.hpp"
#include "hal/base/result.hpp"

#include <memory>

namespace madoguchi::hal {

// An open camera. Used by one thread.
class Camera {
public:
    virtual ~Camera() = default;

    // Waits for a picture newer than the last one given.
    // Errors: CameraLost (unplugged, or it gives the same picture for ever), DeadlineExceeded.
    [[nodiscard]] virtual Result<Frame> next_frame(Deadline deadline) = 0;
};

class CameraSource {
public:
    virtual ~CameraSource() = default;

    // Errors: CameraMissing (no device, busy, no permission).
    [[nodiscard]] virtual Result<std::unique_ptr<Camera>> open(Deadline deadline) = 0;
};

} // namespace madoguchi::hal
