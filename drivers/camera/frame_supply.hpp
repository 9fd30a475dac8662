// What a camera is before it has a thread: a call that gives the next frame and may block.
#pragma once

#include "hal/base/frame.hpp"
#include "hal/base/result.hpp"

#include <functional>
#include <memory>

namespace madoguchi::drivers {

// Pixels. A face needs no more than this; a card front does.
struct FrameSize {
    int width = 640;
    int height = 480;
};

class FrameSupply {
public:
    virtual ~FrameSupply() = default;

    // The next frame; sequence and time are set by the caller. May block as long as the device
    // does. Errors: CameraLost.
    [[nodiscard]] virtual Result<Frame> read() = 0;

    // Whether the same picture for a long time means that the device hangs. A sensor's noise makes
    // each frame a little different; a still picture in a sequence is as it should be.
    [[nodiscard]] virtual bool stillness_is_failure() const = 0;
};

// Opens the device; may block as long as it does. Errors: CameraMissing.
using OpenFrameSupply = std::function<Result<std::unique_ptr<FrameSupply>>()>;

} // namespace madoguchi::drivers
