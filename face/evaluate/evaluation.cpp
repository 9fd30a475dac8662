#include "face/evaluate/evaluation.hpp"

namespace madoguchi::face {

namespace {

// LFW has 6,000; a list that claims folds for millions gets no accuracy over folds.
constexpr std::size_t most_fold_scores = 1'000'000;
constexpr float not_compared = -2;

} // namespace

Result<void> Evaluation::add(const FacePair& pair) {
    if (!pair.condition.empty() && by_condition_.size() >= most_conditions &&
        !by_condition_.contains(pair.condition)) {
        return fail(ErrorCode::TooLarge, "the pair list names more than 64 conditions");
    }
    const auto first = MADOGUCHI_TRY(templates_.find(pair.first, PictureRole::Reference));
    const auto second = MADOGUCHI_TRY(templates_.find(pair.second, PictureRole::Live));
    std::optional<float> score;
    if (first != nullptr && second != nullptr) {
        score = score_of(*first, *second);
    }
    count(all_, pair.truth, score);
    if (!pair.condition.empty()) {
        count(by_condition_[pair.condition], pair.truth, score);
    }
    if (pair.fold > 0 && fold_scores_.size() <= most_fold_scores) {
        fold_scores_.push_back({score.value_or(not_compared), pair.truth, pair.fold});
    }
    return {};
}

void Evaluation::count(TruthTallies& tallies, PairTruth truth, std::optional<float> score) {
    ScoreTally& tally = truth == PairTruth::SamePerson ? tallies.same : tallies.different;
    if (score) {
        tally.add(*score);
    } else {
        tally.add_failure();
    }
}

std::optional<FoldAccuracy> Evaluation::fold_accuracy() const {
    return fold_scores_.size() > most_fold_scores ? std::nullopt : fold_accuracy_of(fold_scores_);
}

} // namespace madoguchi::face
