#include "face/evaluate/error_rates.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace madoguchi;
using face::ScoreTally;

namespace {

ScoreTally tally_of(const std::vector<float>& scores, int failures = 0) {
    ScoreTally tally;
    for (const float score : scores) {
        tally.add(score);
    }
    for (int number = 0; number < failures; ++number) {
        tally.add_failure();
    }
    return tally;
}

std::vector<float> normal_scores(double mean, std::size_t number, unsigned seed) {
    std::mt19937 generator(seed);
    std::normal_distribution<double> distribution(mean, 0.1);
    std::vector<float> scores(number);
    for (float& score : scores) {
        score = static_cast<float>(std::clamp(distribution(generator), -1.0, 1.0));
    }
    return scores;
}

} // namespace

TEST_CASE("scores that leave a gap have no error at a threshold between") {
    constexpr std::array wanted{0.25};
    const auto rates =
        error_rates_of(tally_of({0.6F, 0.7F, 0.8F}), tally_of({0.1F, 0.2F, 0.3F, 0.3F}), wanted);
    REQUIRE(rates.has_value());
    CHECK(rates->equal_error_rate() == 0);
    CHECK(rates->equal_error.threshold > 0.3F);
    CHECK(rates->equal_error.threshold <= 0.6F);
    CHECK(rates->targets.at(0).rates->false_non_matches.count == 0);
}

TEST_CASE("the rates of a threshold are those that counting by hand gives") {
    const auto same = normal_scores(0.6, 2000, 1);
    const auto different = normal_scores(0.2, 20000, 2);
    constexpr std::array wanted{1e-1, 1e-2, 1e-3, 1e-4};
    const auto rates = error_rates_of(tally_of(same), tally_of(different), wanted);
    REQUIRE(rates.has_value());
    for (const face::TargetRate& target : rates->targets) {
        INFO(target.false_match_rate);
        REQUIRE(target.rates.has_value());
        const float threshold = target.rates->threshold;
        const auto reaches = [threshold](float score) { return score >= threshold; };
        CHECK(target.rates->false_matches.count ==
              static_cast<std::uint64_t>(std::ranges::count_if(different, reaches)));
        CHECK(target.rates->false_non_matches.count ==
              2000 - static_cast<std::uint64_t>(std::ranges::count_if(same, reaches)));
        CHECK(target.rates->false_matches.value() <= target.false_match_rate);
        // One step lower would be too many, or the score there is shared by several.
        const float lower = threshold - 1.5F / (ScoreTally::steps / 2.0F);
        const auto more =
            std::ranges::count_if(different, [lower](float score) { return score >= lower; });
        CHECK(static_cast<double>(more) > target.false_match_rate * 20000);
    }
}

TEST_CASE("the rates at a threshold hold until the next score") {
    const auto rates = error_rates_of(tally_of({0.6F, 0.8F}), tally_of({0.2F, 0.4F}), {});
    REQUIRE(rates.has_value());
    struct Case {
        float threshold;
        std::uint64_t false_matches;
        std::uint64_t false_non_matches;
    };
    for (const Case& c : std::vector<Case>{{-2, 2, 0},
                                           {0.19F, 2, 0},
                                           {0.3F, 1, 0},
                                           {0.5F, 0, 0},
                                           {0.7F, 0, 1},
                                           {0.9F, 0, 2},
                                           {2, 0, 2}}) {
        INFO(c.threshold);
        CHECK(rates->at(c.threshold).false_matches.count == c.false_matches);
        CHECK(rates->at(c.threshold).false_non_matches.count == c.false_non_matches);
    }
}

TEST_CASE("two normal distributions cross where theory says") {
    const auto rates = error_rates_of(tally_of(normal_scores(0.6, 50000, 3)),
                                      tally_of(normal_scores(0.2, 50000, 4)), {});
    REQUIRE(rates.has_value());
    CHECK(rates->equal_error.threshold == Approx(0.4).margin(0.005));
    CHECK(rates->equal_error_rate() == Approx(0.02275).margin(0.002)); // two standard deviations
}

TEST_CASE("a comparison that could not be made is one person refused, never a match") {
    constexpr std::array wanted{0.5};
    const auto rates = error_rates_of(tally_of({0.9F}, 1), tally_of({0.1F}, 3), wanted);
    REQUIRE(rates.has_value());
    const auto& at = *rates->targets.at(0).rates;
    CHECK(at.false_non_matches.value() == 0.5);
    CHECK(at.false_matches.of == 4);
}

TEST_CASE("a rate that too few comparisons could show is not stated") {
    constexpr std::array wanted{1e-1, 1e-2};
    const auto rates = error_rates_of(tally_of({0.9F}), tally_of(normal_scores(0, 99, 5)), wanted);
    REQUIRE(rates.has_value());
    CHECK(rates->targets.at(0).rates.has_value());
    CHECK_FALSE(rates->targets.at(1).rates.has_value());
}

TEST_CASE("without comparisons of both kinds there are no rates") {
    CHECK_FALSE(error_rates_of(tally_of({}), tally_of({0.1F}), {}).has_value());
    CHECK_FALSE(error_rates_of(tally_of({0.1F}), tally_of({}), {}).has_value());
}

TEST_CASE("the extremes of a cosine have their steps") {
    const auto reaching = tally_of({-1.0F, 1.0F, 1.0001F, -1.0001F}).reaching();
    CHECK(reaching.front() == 4);
    CHECK(reaching.at(1) == 2);
    CHECK(reaching.at(ScoreTally::steps - 1) == 2);
    CHECK(reaching.back() == 0);
}

TEST_CASE("Wilson's interval is that of the textbook") {
    struct Case {
        face::Share share;
        double low;
        double high;
    };
    // Computed with statsmodels' formula for alpha 0.05.
    const std::vector<Case> cases{{{0, 10}, 0, 0.27753},
                                  {{1, 10}, 0.01788, 0.40415},
                                  {{5, 10}, 0.23659, 0.76341},
                                  {{10, 10}, 0.72247, 1},
                                  {{3, 3000}, 0.00034, 0.00294}};
    for (const Case& c : cases) {
        INFO(c.share.count << " of " << c.share.of);
        const auto interval = confidence_of(c.share);
        CHECK(interval.low == Approx(c.low).margin(1e-5));
        CHECK(interval.high == Approx(c.high).margin(1e-5));
    }
    CHECK(face::confidence_of({}).high == 1);
}
