// Compares listed pairs and keeps what the error rates are made of; no picture outlives its
// template.
#pragma once

#include "face/evaluate/fold_accuracy.hpp"
#include "face/evaluate/score_tally.hpp"
#include "face/evaluate/template_cache.hpp"

#include <map>

namespace madoguchi::face {

// The scores of one condition, by truth.
struct TruthTallies {
    ScoreTally same;
    ScoreTally different;
};

class Evaluation {
public:
    // A condition's tallies take a megabyte: more conditions than this are a mistake.
    static constexpr std::size_t most_conditions = 64;

    // Contract: the cache outlives the evaluation.
    explicit Evaluation(TemplateCache& templates) : templates_(templates) {}

    // Compares one pair. A face that cannot be described counts as a failure, not as an error.
    // Errors: FileUnreadable (a picture that is not there), ModelFailed, TooLarge (conditions).
    [[nodiscard]] Result<void> add(const FacePair& pair);

    [[nodiscard]] const TruthTallies& all() const noexcept { return all_; }
    // By name; pairs without one are in all() alone.
    [[nodiscard]] const std::map<std::string, TruthTallies>& by_condition() const noexcept {
        return by_condition_;
    }
    [[nodiscard]] std::optional<FoldAccuracy> fold_accuracy() const;

private:
    void count(TruthTallies& tallies, PairTruth truth, std::optional<float> score);

    TemplateCache& templates_;
    TruthTallies all_;
    std::map<std::string, TruthTallies> by_condition_;
    std::vector<FoldScore> fold_scores_;
};

} // namespace madoguchi::face
