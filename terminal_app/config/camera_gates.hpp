// A file of gates for one face camera: what `madoguchi face camera-check --write-gates` writes and
// `[face] gates` names.
#pragma once

#include "face/quality/face_gates.hpp"
#include "terminal_app/config/terminal_config.hpp"

namespace madoguchi::terminal {

struct CameraGates {
    PictureSize frame; // of the pictures that they were derived on: limits in pixels hold for it
    std::string date;  // YYYY-MM-DD
    face::GateLimits limits;
};

[[nodiscard]] std::string to_text(const CameraGates& gates);

// Every gate of face::camera_gates is there and inside its bounds, and the pictures are of the size
// that the terminal takes; else what is wrong, by key.
[[nodiscard]] tl::expected<CameraGates, ConfigProblem> parse_gates(std::string_view text,
                                                                   PictureSize frame);
[[nodiscard]] tl::expected<CameraGates, ConfigProblem> load_gates(const std::filesystem::path& file,
                                                                  PictureSize frame);

} // namespace madoguchi::terminal
