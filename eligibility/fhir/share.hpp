// 一部負担金割合: three digits in the OQS dialect ("030"), a quantity in percent in FHIR.
#pragma once

#include "hal/base/result.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace madoguchi::eligibility::fhir {

// Nothing where the text is not three digits from 000 to 100.
[[nodiscard]] std::optional<int> percent_of(const std::string& copay_percent);

// An item of Coverage.costToBeneficiary.
[[nodiscard]] nlohmann::ordered_json share_element(int percent);

// The share among Coverage.costToBeneficiary, as three digits; empty where none is stated.
// Errors: AnswerUnreadable (no whole percentage from 0 to 100).
[[nodiscard]] Result<std::string> read_share(const nlohmann::json& coverage);

} // namespace madoguchi::eligibility::fhir
