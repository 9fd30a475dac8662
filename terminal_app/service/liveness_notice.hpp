// The signs of life as staff, journal and the headless runner get them: words, never a picture.
#pragma once

#include "face/liveness/liveness_verdict.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace madoguchi::terminal {

// {"grade", "signs": [{"test", "outcome", "reason"}]}; null when nobody looked.
[[nodiscard]] nlohmann::ordered_json
liveness_json(const std::optional<face::LivenessVerdict>& liveness);

// For the journal: the grade, and the reasons that speak against it: "doubted:border_seen". Empty
// when nobody looked.
[[nodiscard]] std::string liveness_summary(const std::optional<face::LivenessVerdict>& liveness);

// For people, in English: one line a doubt; empty when there is none.
[[nodiscard]] std::string liveness_text(const std::optional<face::LivenessVerdict>& liveness);

} // namespace madoguchi::terminal
