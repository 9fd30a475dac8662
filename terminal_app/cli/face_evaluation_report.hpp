// How an evaluation of listed pairs is shown: as JSON (docs/command-line.md) and as tables.
#pragma once

#include "face/evaluate/error_rates.hpp"
#include "face/evaluate/fold_accuracy.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::cli {

// Every comparison, or those of one condition.
struct EvaluatedGroup {
    std::string name; // "all", or the condition as the list names it
    std::uint64_t same = 0;
    std::uint64_t different = 0;
    std::uint64_t same_failures = 0; // no face to compare; counted as refused
    std::uint64_t different_failures = 0;
    std::optional<face::ErrorRates> rates; // absent: one of the truths has no comparison
};

// What a reception would accept from, as single comparisons.
struct Preset {
    double false_match_rate = 0;
    float threshold = 0;
};

struct EvaluationReport {
    std::vector<EvaluatedGroup> groups; // "all" first
    std::optional<face::FoldAccuracy> folds;
    std::size_t as_chip = 0;     // bytes; 0: the first pictures were taken as they are
    std::vector<Preset> presets; // of the engine's calibration; none: it has no thresholds yet
};

[[nodiscard]] nlohmann::ordered_json to_json(const EvaluationReport& report);
[[nodiscard]] std::string to_text(const EvaluationReport& report);

} // namespace madoguchi::cli
