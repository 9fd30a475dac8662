#include "face/match/match_decision.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace madoguchi;
using face::decide;
using face::MatchReason;
using face::MatchVerdict;

namespace {

constexpr face::MatchThresholds strict{0.43F, 0.20F};

} // namespace

TEST_CASE("a score decides between match, unsure and no match") {
    struct Case {
        float score;
        MatchVerdict verdict;
        MatchReason reason;
    };
    const std::vector<Case> cases{
        {1.0F, MatchVerdict::Match, MatchReason::ScoreHigh},
        {1.0001F, MatchVerdict::Match, MatchReason::ScoreHigh}, // rounding
        {0.43F, MatchVerdict::Match, MatchReason::ScoreHigh},
        {0.4299F, MatchVerdict::Unsure, MatchReason::ScoreBetween},
        {0.20F, MatchVerdict::Unsure, MatchReason::ScoreBetween},
        {0.1999F, MatchVerdict::NoMatch, MatchReason::ScoreLow},
        {-1.0F, MatchVerdict::NoMatch, MatchReason::ScoreLow},
    };
    for (const Case& c : cases) {
        INFO(c.score);
        const auto decision = decide(c.score, 5, strict);
        CHECK(decision.verdict == c.verdict);
        CHECK(decision.reason == c.reason);
        REQUIRE(decision.score.has_value());
        CHECK(*decision.score == c.score);
        CHECK(decision.frames == 5);
    }
}

TEST_CASE("a number that no two faces give is never a match") {
    using limits = std::numeric_limits<float>;
    for (const float score : {limits::quiet_NaN(), limits::signaling_NaN(), limits::infinity(),
                              -limits::infinity(), limits::max(), 1.5F, -1.5F}) {
        INFO(score);
        const auto decision = decide(score, 5, strict);
        CHECK(decision.verdict == MatchVerdict::Unsure);
        CHECK(decision.reason == MatchReason::ScoreUndefined);
        CHECK_FALSE(decision.score.has_value());
    }
}

TEST_CASE("without frames there is no match, whatever the score") {
    CHECK(decide(0.9F, 0, strict).reason == MatchReason::TooFewFrames);
    CHECK(decide(0.9F, -1, strict).verdict == MatchVerdict::Unsure);
}

TEST_CASE("thresholds that are not numbers let nobody through") {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK(decide(0.9F, 5, {nan, nan}).verdict != MatchVerdict::Match);
}

TEST_CASE("a photo's own faults end the face way; ours do not pass for the photo's") {
    const auto reason_of = [](ErrorCode code) {
        return face::judge_photo_error(Error(code, "test"))->reason;
    };
    CHECK(reason_of(ErrorCode::ImageRefused) == MatchReason::PhotoRefused);
    CHECK(reason_of(ErrorCode::ImageUnreadable) == MatchReason::PhotoUnreadable);
    CHECK(reason_of(ErrorCode::FaceNotFound) == MatchReason::PhotoWithoutFace);
    CHECK(reason_of(ErrorCode::FaceNotSingle) == MatchReason::PhotoWithSeveralFaces);
    CHECK_FALSE(face::judge_photo_error(Error(ErrorCode::ModelFailed, "test")).has_value());
}

TEST_CASE("verdicts and reasons have stable names") {
    CHECK(face::name_of(MatchVerdict::NoMatch).view() == "no_match");
    CHECK(face::name_of(MatchVerdict::UnusablePhoto).view() == "unusable_photo");
    CHECK(face::name_of(MatchReason::ScoreBetween).view() == "score_between");
    CHECK(face::name_of(MatchReason::TooFewFrames).view() == "too_few_frames");
}
