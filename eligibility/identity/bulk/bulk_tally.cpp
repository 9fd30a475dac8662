#include "eligibility/identity/bulk/bulk_tally.hpp"

#include <algorithm>
#include <tuple>

namespace madoguchi::eligibility::identity {

namespace {

auto order_of(const SampledPair& pair) {
    return std::tuple(pair.verdict, pair.rank, std::string_view(pair.key), pair.left_line);
}

} // namespace

void Sample::offer(SampledPair pair) {
    if (pair.verdict == Verdict::Pass) {
        return;
    }
    const auto before = [](const SampledPair& one, const SampledPair& other) {
        return order_of(one) < order_of(other);
    };
    const Verdict verdict = pair.verdict;
    pairs_.insert(std::upper_bound(pairs_.begin(), pairs_.end(), pair, before), std::move(pair));
    const auto is_of_verdict = [&](const SampledPair& one) { return one.verdict == verdict; };
    const auto end = std::find_if(pairs_.rbegin(), pairs_.rend(), is_of_verdict).base();
    if (std::count_if(pairs_.begin(), end, is_of_verdict) >
        static_cast<std::ptrdiff_t>(size_of_each)) {
        pairs_.erase(end - 1); // the highest rank
    }
}

void Sample::merge(const Sample& other) {
    for (const SampledPair& pair : other.pairs_) {
        offer(pair);
    }
}

void BulkTally::add(const IdentityComparison& comparison) {
    ++compared;
    ++verdicts.at(static_cast<std::size_t>(comparison.verdict()));
    for (const ItemComparison& item : comparison.items()) {
        ++findings.at(static_cast<std::size_t>(item.item))
              .at(static_cast<std::size_t>(item.agreement))
              .at(static_cast<std::size_t>(item.rule));
    }
}

void BulkTally::merge(const BulkTally& other) {
    compared += other.compared;
    only_left += other.only_left;
    only_right += other.only_right;
    repeated_left += other.repeated_left;
    repeated_right += other.repeated_right;
    for (std::size_t verdict = 0; verdict < verdict_count; ++verdict) {
        verdicts.at(verdict) += other.verdicts.at(verdict);
    }
    for (std::size_t item = 0; item < item_count; ++item) {
        for (std::size_t agreement = 0; agreement < agreement_count; ++agreement) {
            for (std::size_t rule = 0; rule < rule_count; ++rule) {
                findings[item][agreement][rule] += other.findings[item][agreement][rule];
            }
        }
    }
    sample.merge(other.sample);
}

// FNV-1a with a final mix: any order that has nothing to do with the records will do.
std::uint64_t sample_rank(std::uint64_t seed, std::string_view key) noexcept {
    std::uint64_t hash = std::uint64_t{0xcbf29ce484222325} ^ seed;
    for (const char c : key) {
        hash = (hash ^ static_cast<unsigned char>(c)) * std::uint64_t{0x100000001b3};
    }
    hash = (hash ^ (hash >> 33U)) * std::uint64_t{0xff51afd7ed558ccd};
    return hash ^ (hash >> 33U);
}

} // namespace madoguchi::eligibility::identity
