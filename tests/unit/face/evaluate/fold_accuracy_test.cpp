#include "face/evaluate/fold_accuracy.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::fold_accuracy_of;
using face::FoldScore;
using face::PairTruth;

TEST_CASE("each fold is judged with the threshold that serves the others") {
    // The threshold of one fold is right for the other, but for one comparison.
    const std::vector<FoldScore> scores{
        {0.8F, PairTruth::SamePerson, 1},      {0.7F, PairTruth::SamePerson, 1},
        {0.2F, PairTruth::DifferentPeople, 1}, {0.3F, PairTruth::DifferentPeople, 1},
        {0.8F, PairTruth::SamePerson, 2},      {0.1F, PairTruth::SamePerson, 2},
        {0.2F, PairTruth::DifferentPeople, 2}, {0.3F, PairTruth::DifferentPeople, 2},
    };
    const auto accuracy = fold_accuracy_of(scores);
    REQUIRE(accuracy.has_value());
    CHECK(accuracy->folds == 2);
    CHECK(accuracy->mean == Approx(0.875));
    CHECK(accuracy->standard_error == Approx(0.125));
}

TEST_CASE("what could not be compared is a refusal: wrong for one person, right for two") {
    const std::vector<FoldScore> scores{
        {0.8F, PairTruth::SamePerson, 1},      {-2, PairTruth::SamePerson, 1},
        {-2, PairTruth::DifferentPeople, 1},   {0.3F, PairTruth::DifferentPeople, 1},
        {0.8F, PairTruth::SamePerson, 2},      {0.7F, PairTruth::SamePerson, 2},
        {0.2F, PairTruth::DifferentPeople, 2}, {0.3F, PairTruth::DifferentPeople, 2},
    };
    CHECK(fold_accuracy_of(scores)->mean == Approx(0.875));
}

TEST_CASE("one score shared by both truths is on one side of a threshold") {
    std::vector<FoldScore> scores;
    for (const std::size_t fold : {1U, 2U}) {
        scores.push_back({0.5F, PairTruth::SamePerson, fold});
        scores.push_back({0.5F, PairTruth::DifferentPeople, fold});
        scores.push_back({0.5F, PairTruth::DifferentPeople, fold});
    }
    CHECK(fold_accuracy_of(scores)->mean == Approx(2.0 / 3));
}

TEST_CASE("fewer than two folds, or absurdly many, have no accuracy") {
    CHECK_FALSE(fold_accuracy_of({}).has_value());
    CHECK_FALSE(fold_accuracy_of({{0.5F, PairTruth::SamePerson, 1}}).has_value());
    CHECK_FALSE(
        fold_accuracy_of({{0.5F, PairTruth::SamePerson, face::most_folds + 1}}).has_value());
}
