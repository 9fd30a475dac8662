// The figures of ./dev bench face, as JSON and as a table.
#pragma once

#include "hal/base/result.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace madoguchi::bench {

// Measures everything; takes about half a minute on two cores. personas: folders p02, p05 and so
// on. Errors: those of the parts.
[[nodiscard]] Result<nlohmann::ordered_json> measure_face(const std::filesystem::path& models,
                                                          const std::filesystem::path& personas);

// The same for people.
[[nodiscard]] std::string as_table(const nlohmann::ordered_json& report);

} // namespace madoguchi::bench
