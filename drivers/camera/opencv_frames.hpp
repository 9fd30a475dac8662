// Frame supplies on OpenCV.
#pragma once

#include "drivers/camera/frame_supply.hpp"

#include <chrono>
#include <filesystem>
#include <vector>

namespace madoguchi::drivers {

// /dev/video<index>, through Video4Linux. Errors: CameraMissing.
[[nodiscard]] Result<std::unique_ptr<FrameSupply>> open_video_device(int index, FrameSize largest);

// Errors: CameraMissing when the file cannot be opened as a video.
[[nodiscard]] Result<std::unique_ptr<FrameSupply>>
open_video_file(const std::filesystem::path& path, FrameSize largest);

// Shows one picture for each interval, in the order given, for ever. Contract: at least one path.
// A picture that cannot be read ends the supply with CameraLost.
[[nodiscard]] std::unique_ptr<FrameSupply> show_pictures(std::vector<std::filesystem::path> paths,
                                                         std::chrono::microseconds interval,
                                                         FrameSize largest);

} // namespace madoguchi::drivers
