// What the settings say of the face way, made ready.
#pragma once

#include "terminal_app/config/terminal_config.hpp"
#include "terminal_app/service/face_service.hpp"

namespace madoguchi::terminal {

// Without its models, or with an engine that has no thresholds, the face way is unavailable and the
// settings hold why; that stops nothing else. Errors: those of face::load_calibration,
// ConfigInvalid (a rate without a threshold).
[[nodiscard]] Result<FaceSettings> make_face_settings(const TerminalConfig& config,
                                                      const face::GateLimits& gates);

} // namespace madoguchi::terminal
