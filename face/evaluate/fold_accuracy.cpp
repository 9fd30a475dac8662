#include "face/evaluate/fold_accuracy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace madoguchi::face {

namespace {

bool is_right(const FoldScore& comparison, float threshold) {
    return (comparison.score >= threshold) == (comparison.truth == PairTruth::SamePerson);
}

// Walks the threshold up past one score after the other; where it serves best it stands in the
// middle of the gap.
float best_threshold(std::vector<FoldScore> scores, std::size_t left_out) {
    std::erase_if(scores, [left_out](const FoldScore& score) { return score.fold == left_out; });
    long gain = 0; // right decisions above those of "everything matches"
    long best_gain = 0;
    float best = -1;
    for (std::size_t place = 0; place < scores.size(); ++place) {
        gain += scores[place].truth == PairTruth::DifferentPeople ? 1 : -1;
        const float here = scores[place].score;
        const float next = place + 1 < scores.size() ? scores[place + 1].score : 1.0F;
        if (next > here && gain > best_gain) {
            best_gain = gain;
            best = (here + next) / 2;
        }
    }
    return best;
}

double accuracy_of(const std::vector<FoldScore>& scores, std::size_t fold, float threshold) {
    std::size_t of = 0;
    std::size_t right = 0;
    for (const FoldScore& comparison : scores) {
        if (comparison.fold == fold) {
            ++of;
            right += is_right(comparison, threshold) ? 1U : 0U;
        }
    }
    return of == 0 ? 0 : static_cast<double>(right) / static_cast<double>(of);
}

} // namespace

std::optional<FoldAccuracy> fold_accuracy_of(const std::vector<FoldScore>& scores) {
    auto sorted = scores;
    std::ranges::sort(sorted, {}, &FoldScore::score);
    const std::size_t folds =
        sorted.empty() ? 0 : std::ranges::max(sorted, {}, &FoldScore::fold).fold;
    if (folds < 2 || folds > most_folds) {
        return std::nullopt;
    }
    std::vector<double> accuracies;
    for (std::size_t fold = 1; fold <= folds; ++fold) {
        accuracies.push_back(accuracy_of(sorted, fold, best_threshold(sorted, fold)));
    }
    const auto number = static_cast<double>(folds);
    const double mean = std::accumulate(accuracies.begin(), accuracies.end(), 0.0) / number;
    const double squares = std::accumulate(
        accuracies.begin(), accuracies.end(), 0.0,
        [mean](double sum, double value) { return sum + (value - mean) * (value - mean); });
    return FoldAccuracy{mean, std::sqrt(squares / (number - 1) / number), folds};
}

} // namespace madoguchi::face
