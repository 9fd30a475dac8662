// How an evaluation of presentations is shown: as JSON (docs/command-line.md) and as text.
#pragma once

#include "face/evaluate/presentation_rates.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace madoguchi::cli {

struct LivenessReport {
    face::PresentationTally living;
    std::vector<face::AttackSpecies> attacks;
};

[[nodiscard]] nlohmann::ordered_json to_json(const LivenessReport& report);
[[nodiscard]] std::string to_text(const LivenessReport& report);

} // namespace madoguchi::cli
