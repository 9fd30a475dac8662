// Cameras and what stands in for one, named by one line of configuration.
#pragma once

#include "drivers/camera/frame_supply.hpp"
#include "hal/camera.hpp"

#include <memory>
#include <string>

namespace madoguchi::drivers {

// A source by its description; nothing is opened yet.
//   device:0               the video device /dev/video0
//   video:PATH             a video file at its own rate, from the start again after its end
//   pictures:WHERE         a picture sequence, ten a second, from the start again after its end
//   pictures@5:WHERE       the same, five a second (1 to 60)
// WHERE is a folder, a pattern for the last part of a path (live_*.jpg), or several paths joined by
// commas; what a folder or pattern yields is sorted by name.
// Frames are BGR. A device is asked for pictures of the size; larger ones are reduced to it.
// Errors: ConfigInvalid.
[[nodiscard]] Result<std::unique_ptr<hal::CameraSource>>
camera_source(const std::string& description, FrameSize largest = {});

} // namespace madoguchi::drivers
