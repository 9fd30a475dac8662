#include "face/liveness/liveness_verdict.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using namespace madoguchi::face;
using R = LivenessReason;

namespace {

LivenessVerdict verdict_of(const std::array<R, liveness_test_count>& reasons) {
    LivenessVerdict verdict;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        verdict.signs[i] = {static_cast<LivenessTest>(i), reasons[i], std::nullopt};
    }
    return verdict;
}

} // namespace

TEST_CASE("the grade: one failed test is a doubt, one that could not be judged proves nothing") {
    struct Case {
        std::array<R, liveness_test_count>
            reasons; // texture, turn, depth, motion, border, infrared
        LivenessGrade grade;
    };
    constexpr R ok = R::AsOfAPerson;
    const std::vector<Case> cases{
        {{ok, ok, ok, ok, ok, ok}, LivenessGrade::Shown},
        {{ok, ok, ok, ok, ok, R::NotFitted}, LivenessGrade::Shown},
        {{ok, R::NotAsked, R::NotAsked, ok, ok, R::NotFitted}, LivenessGrade::Shown},
        {{ok, ok, ok, ok, ok, R::NoWarmth}, LivenessGrade::Doubted},
        {{R::LooksArtificial, ok, ok, ok, ok, R::NotFitted}, LivenessGrade::Doubted},
        {{ok, R::TurnNotSeen, R::TooFewFrames, ok, ok, R::NotFitted}, LivenessGrade::Doubted},
        {{ok, ok, ok, R::TooFewFrames, ok, R::NotFitted}, LivenessGrade::Unproved},
        {{ok, ok, ok, ok, R::EdgesHidden, R::NotFitted}, LivenessGrade::Unproved},
        {{R::NotFitted, R::NotAsked, R::NotAsked, R::NotFitted, R::NotFitted, R::NotFitted},
         LivenessGrade::Unproved},
    };
    for (const Case& one : cases) {
        CHECK(verdict_of(one.reasons).grade() == one.grade);
    }
}

TEST_CASE("every reason has a name and a sentence of its own") {
    std::set<std::string> names;
    std::set<std::string> sentences;
    constexpr auto reasons = static_cast<int>(R::NotFitted) + 1;
    for (int i = 0; i < reasons; ++i) {
        names.emplace(name_of(static_cast<R>(i)).view());
        sentences.emplace(in_words(static_cast<R>(i)).view());
    }
    CHECK(names.size() == reasons);
    CHECK(sentences.size() == reasons);
}
