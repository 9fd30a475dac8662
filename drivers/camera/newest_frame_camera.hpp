// A camera whose blocking calls happen on a thread of its own; the newest frame wins.
#pragma once

#include "drivers/camera/frame_supply.hpp"
#include "hal/camera.hpp"

#include <chrono>

namespace madoguchi::drivers {

// Opens the supply on the camera's own thread and waits for it until the deadline. A picture that
// stays the same for longest_stillness ends the camera where the supply says that it means failure.
// Destroying the camera stops its thread and waits for the call it is in: up to ten seconds when a
// video device hangs.
// Errors: CameraMissing, DeadlineExceeded.
[[nodiscard]] Result<std::unique_ptr<hal::Camera>>
open_newest_frame_camera(OpenFrameSupply open, Deadline deadline,
                         std::chrono::milliseconds longest_stillness = std::chrono::seconds(2));

} // namespace madoguchi::drivers
