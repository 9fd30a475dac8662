// What a bulk check found, in counts and in a sample for review.
#pragma once

#include "eligibility/identity/identity_comparison.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace madoguchi::eligibility::identity {

// One pair that staff should look at. Holds the key and where the records stand, nothing of them.
struct SampledPair {
    std::uint64_t rank = 0; // hash of seed and key: the lowest are taken
    std::string key;
    std::uint64_t left_line = 0;
    std::uint64_t right_line = 0;
    Verdict verdict = Verdict::Pass;
    std::array<Finding, item_count> findings{};

    friend bool operator==(const SampledPair&, const SampledPair&) = default;
};

// The lowest ranks of each verdict but pass: the same keys with the same seed, however the work was
// divided.
class Sample {
public:
    static constexpr std::size_t size_of_each = 50;

    void offer(SampledPair pair);
    void merge(const Sample& other);
    // Staff first, then stop; by rank.
    [[nodiscard]] const std::vector<SampledPair>& pairs() const noexcept { return pairs_; }

    friend bool operator==(const Sample&, const Sample&) = default;

private:
    std::vector<SampledPair> pairs_; // ordered
};

struct BulkTally {
    std::uint64_t compared = 0;
    std::uint64_t only_left = 0;
    std::uint64_t only_right = 0;
    std::uint64_t repeated_left = 0; // a key that stood in the line before already
    std::uint64_t repeated_right = 0;
    std::array<std::uint64_t, verdict_count> verdicts{};
    // By item, agreement and rule.
    std::array<std::array<std::array<std::uint64_t, rule_count>, agreement_count>, item_count>
        findings{};
    Sample sample;

    void add(const IdentityComparison& comparison);
    void merge(const BulkTally& other);

    friend bool operator==(const BulkTally&, const BulkTally&) = default;
};

[[nodiscard]] std::uint64_t sample_rank(std::uint64_t seed, std::string_view key) noexcept;

} // namespace madoguchi::eligibility::identity
