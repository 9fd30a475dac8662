// A value that travels as a code: its meaning where our tables know the code, and always the code
// as it came, so that a code invented tomorrow is neither lost nor guessed at.
#pragma once

#include <optional>
#include <string>

namespace madoguchi::eligibility {

// Both members empty: the value is absent. A value of our own making has a meaning and no code yet.
template <typename Meaning>
struct Coded {
    std::string code;               // as received, in the dialect it came in
    std::optional<Meaning> meaning; // nothing when our tables do not know the code

    [[nodiscard]] bool is_absent() const noexcept { return code.empty() && !meaning; }
    [[nodiscard]] bool means(Meaning expected) const noexcept { return meaning == expected; }

    friend bool operator==(const Coded&, const Coded&) = default;
};

} // namespace madoguchi::eligibility
