#include "surface/reading/ballot.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::surface;

namespace {

Ballot<int> ballot(const std::vector<int>& values) {
    Ballot<int> result;
    for (const int value : values) {
        result.add({value, 0.5F});
    }
    return result;
}

} // namespace

TEST_CASE("a value wins with enough frames and more than twice those of any other") {
    const auto [values, winner] = GENERATE(table<std::vector<int>, std::optional<int>>({
        {std::vector<int>{}, std::nullopt},
        {std::vector<int>{7}, std::nullopt},
        {{7, 7}, 7},
        {{7, 7, 7}, 7},
        {{7, 8}, std::nullopt},
        {{7, 7, 8}, std::nullopt},
        {{7, 7, 8, 7}, 7},
        {{7, 7, 8, 7, 8}, std::nullopt},
        {{8, 7, 7, 7}, 7},
        {{7, 7, 8, 9}, std::nullopt},
    }));
    CHECK(ballot(values).winner(2) == winner);
}

TEST_CASE("the best confidence of the leading value is kept") {
    Ballot<int> votes;
    votes.add({7, 0.4F});
    votes.add({7, 0.8F});
    votes.add({8, 0.9F});
    CHECK(votes.votes() == 2);
    CHECK(votes.confidence() == Approx(0.8));
}

TEST_CASE("what was forgotten does not count") {
    Ballot<int> votes = ballot({7, 7});
    votes.forget();
    CHECK(votes.votes() == 0);
    CHECK_FALSE(votes.winner(1));
}
