#include "face/calibrate/threshold_derivation.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::FalseMatchRate;
using face::ScoreTally;

namespace {

// Scores from low to high in even steps.
ScoreTally even_scores(int number, float low, float high) {
    ScoreTally tally;
    for (int i = 0; i < number; ++i) {
        tally.add(low + (high - low) * static_cast<float>(i) / static_cast<float>(number));
    }
    return tally;
}

} // namespace

TEST_CASE("the cut-off lets no larger share of other people through than the rate") {
    const auto derived =
        face::derive_rate(even_scores(500, 0.3F, 0.9F), even_scores(10'000, -0.5F, 0.5F),
                          FalseMatchRate::OneInThousand, 5);
    REQUIRE(derived.has_value());
    CHECK(derived->row.accept == Approx(0.499).margin(0.0011));
    CHECK(derived->rates.false_matches.count <= 10);
    CHECK(derived->rates.false_matches.of == 10'000);
    CHECK(derived->row.frames == 5);
    CHECK(derived->row.measured);
    CHECK(derived->row.different == 10'000);
    CHECK(derived->row.same == 500);
    CHECK(derived->rates.false_non_matches.value() == Approx(0.332).margin(0.01));
}

TEST_CASE("the cut-off has an interval around it") {
    const auto derived =
        face::derive_rate(even_scores(500, 0.3F, 0.9F), even_scores(10'000, -0.5F, 0.5F),
                          FalseMatchRate::OneInHundred, 1);
    REQUIRE(derived.has_value());
    CHECK(derived->accept_low < derived->row.accept);
    CHECK(derived->row.accept < derived->accept_high);
    CHECK(derived->accept_low > 0.48F);
}

TEST_CASE("with fewer than ten false matches to be expected nothing is derived") {
    struct Case {
        FalseMatchRate rate;
        int comparisons;
        bool suffices;
    };
    const std::vector<Case> cases{
        {FalseMatchRate::OneInHundred, 999, false},
        {FalseMatchRate::OneInHundred, 1000, true},
        {FalseMatchRate::OneInThousand, 9'999, false},
        {FalseMatchRate::OneInThousand, 10'000, true},
        {FalseMatchRate::OneInTenThousand, 99'999, false},
        {FalseMatchRate::OneInTenThousand, 100'000, true},
    };
    for (const Case& c : cases) {
        INFO(face::value_of(c.rate) << " on " << c.comparisons);
        const auto derived = face::derive_rate(even_scores(100, 0.5F, 0.9F),
                                               even_scores(c.comparisons, -0.5F, 0.5F), c.rate, 1);
        CHECK(derived.has_value() == c.suffices);
    }
}

TEST_CASE("without anybody compared with himself nothing is derived") {
    CHECK_FALSE(face::derive_rate(ScoreTally(), even_scores(1000, -0.5F, 0.5F),
                                  FalseMatchRate::OneInHundred, 1)
                    .has_value());
}
