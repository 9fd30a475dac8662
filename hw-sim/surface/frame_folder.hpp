// Scenes written to a folder: frames as JPEG, and beside them what is true of each (truth.json).
#pragma once

#include "hw-sim/surface/surface_scene.hpp"

#include <nlohmann/json.hpp>

namespace madoguchi::sim {

class FrameFolder {
public:
    // A new folder. Today is the day that the cards were drawn for.
    // Errors: StorageFailed (it exists, or cannot be made).
    [[nodiscard]] static Result<FrameFolder> create(const std::filesystem::path& folder,
                                                    CivilDate today);

    // Errors: StorageFailed.
    [[nodiscard]] Result<void> add(const SurfaceScene& scene);
    // Writes truth.json. Errors: StorageFailed.
    [[nodiscard]] Result<void> finish() const;

private:
    FrameFolder(std::filesystem::path folder, CivilDate today);

    std::filesystem::path folder_;
    nlohmann::json truth_;
};

} // namespace madoguchi::sim
