// How often each score occurred, for any number of scores in constant memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace madoguchi::face {

// Scores are cosines. They are counted in steps of 1/32768, finer than any difference that means
// something. A comparison that could not be made (no face found) counts as refused at every
// threshold, as ISO/IEC 19795-1 counts failures to acquire.
class ScoreTally {
public:
    static constexpr std::size_t steps = 65536;
    // Smallest score of a step, 0 to `steps`; the last one is above every score.
    [[nodiscard]] static float threshold_of(std::size_t step) noexcept;

    ScoreTally() : counts_(steps) {}

    // Contract: finite. A rounding beyond -1 and 1 is set right.
    void add(float score);
    void add_failure() noexcept { ++failures_; }

    [[nodiscard]] std::uint64_t comparisons() const noexcept { return scores_ + failures_; }
    [[nodiscard]] std::uint64_t failures() const noexcept { return failures_; }

    // For each step, and one beyond the last: how many scores reach its threshold.
    [[nodiscard]] std::vector<std::uint64_t> reaching() const;

private:
    std::vector<std::uint64_t> counts_;
    std::uint64_t scores_ = 0;
    std::uint64_t failures_ = 0;
};

} // namespace madoguchi::face
