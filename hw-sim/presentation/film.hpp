// A film of a person, played on a tablet before the face camera.
#pragma once

#include "hal/base/result.hpp"
#include "hw-sim/presentation/tablet.hpp"

#include <filesystem>

namespace madoguchi::sim {

// For each picture of the person's sequences (turn_*.jpg, blink_*.jpg) one of the same name in a
// new folder, as the camera sees it on the tablet. Which of them follow each other is the
// attacker's. Errors: FileUnreadable (no sequences), StorageFailed (the folder exists, or the disk
// is full).
[[nodiscard]] Result<void> write_film(const std::filesystem::path& persona,
                                      const std::filesystem::path& folder, TabletPlace place);

} // namespace madoguchi::sim
