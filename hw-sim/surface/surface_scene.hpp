// One visit to the surface camera: what lies there and how its frames look, drawn by a seed.
#pragma once

#include "hw-sim/surface/exposure.hpp"
#include "hw-sim/surface/other_objects.hpp"

#include <optional>

namespace madoguchi::sim {

enum class PrintedField : std::uint8_t { BirthDate, Expiry, SecurityCode };

[[nodiscard]] std::string_view name_of(PrintedField field) noexcept; // "birth_date"
[[nodiscard]] std::string_view name_of(OtherObject object) noexcept; // "driving_licence"

struct SurfaceFrame {
    cv::Mat picture;                   // BGR
    std::vector<PrintedField> covered; // by glare or fingers, in part at least
    bool is_sharp = true;
};

struct SurfaceScene {
    PrintedFront front;
    std::optional<OtherObject> instead; // something else lies there
    // Lies under a finger or a reflection all the time.
    std::optional<PrintedField> hidden;
    std::vector<SurfaceFrame> frames;
};

// How hard scenes may get: chances and strengths of everything that goes wrong.
enum class SceneKind : std::uint8_t {
    Plain,   // a clean card, well lit: for demonstrations
    Usual,   // what a reception sees
    Hidden,  // as usual, and one field is hidden in every frame
    Foreign, // something else than a My Number card
};

// Errors: FileUnreadable (photo, font).
[[nodiscard]] Result<SurfaceScene> draw_scene(const PrintedFront& front, SceneKind kind,
                                              int frame_count, RandomSource& random);

} // namespace madoguchi::sim
