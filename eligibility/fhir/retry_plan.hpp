// When to ask again. Few times, each later than the one before, never all terminals at once, and
// never beyond the deadline.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace madoguchi::eligibility::fhir {

inline constexpr int most_attempts = 4; // of one question
inline constexpr int most_looks = 60;   // at one that is being worked on

// Whether asking the same again may help: 408, 425, 429, 500, 502, 503, 504.
[[nodiscard]] bool may_pass_by_itself(int status) noexcept;

// Retry-After in seconds; nothing for a date or anything else.
[[nodiscard]] std::optional<std::chrono::seconds> parse_retry_after(std::string_view text);

// attempt: how many failed so far, from 1. remaining: until the deadline. chance: 0 to 1, drawn
// anew each time. Nothing: give up, because it was tried often enough or the wait would be too
// long.
[[nodiscard]] std::optional<std::chrono::milliseconds>
wait_before_retry(int attempt, std::optional<std::chrono::seconds> retry_after,
                  std::chrono::milliseconds remaining, double chance);

} // namespace madoguchi::eligibility::fhir
