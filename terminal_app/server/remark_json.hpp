// Remarks on the card as both pages get them.
#pragma once

#include "terminal_app/service/desk.hpp"

#include <nlohmann/json.hpp>

namespace madoguchi::terminal {

// Array of {"remark", "month"}; empty until the outcome is known.
[[nodiscard]] nlohmann::ordered_json remarks_json(const DeskView& view);

} // namespace madoguchi::terminal
