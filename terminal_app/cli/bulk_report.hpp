// A bulk check as JSON: its report, and its state between two runs (docs/command-line.md).
#pragma once

#include "eligibility/identity/bulk/bulk_check.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace madoguchi::cli {

[[nodiscard]] nlohmann::ordered_json to_json(const eligibility::identity::BulkTally& tally);

[[nodiscard]] nlohmann::json state_to_json(const eligibility::identity::BulkState& state);
// Nothing when it is no state that state_to_json wrote.
[[nodiscard]] std::optional<eligibility::identity::BulkState>
state_from_json(const nlohmann::json& json);

} // namespace madoguchi::cli
