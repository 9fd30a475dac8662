// Screens as the pages get them (docs/terminal-api.md). Codes and text ids only.
#pragma once

#include "terminal_app/service/desk.hpp"

#include <string>

namespace madoguchi::terminal {

// "idle", "reading" …
[[nodiscard]] std::string_view screen_name(Phase phase) noexcept;

[[nodiscard]] std::string patient_screen_json(const DeskView& view);
[[nodiscard]] std::string staff_view_json(const DeskView& view);

} // namespace madoguchi::terminal
