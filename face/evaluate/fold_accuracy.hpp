// LFW's own figure: the share of right decisions over folds, each judged with the threshold that
// served the other folds best. It says little about a false match rate; error_rates.hpp does.
#pragma once

#include "face/evaluate/pair_list.hpp"

#include <optional>
#include <vector>

namespace madoguchi::face {

struct FoldScore {
    float score = 0; // -2: could not be compared
    PairTruth truth = PairTruth::SamePerson;
    std::size_t fold = 0; // from 1 on
};

struct FoldAccuracy {
    double mean = 0;           // over folds, 0 to 1
    double standard_error = 0; // of that mean
    std::size_t folds = 0;
};

inline constexpr std::size_t most_folds = 100;

// Nothing with fewer than two folds, or with more than most_folds.
[[nodiscard]] std::optional<FoldAccuracy> fold_accuracy_of(const std::vector<FoldScore>& scores);

} // namespace madoguchi::face
