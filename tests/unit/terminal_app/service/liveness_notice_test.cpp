#include "terminal_app/service/liveness_notice.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::terminal;
using madoguchi::face::LivenessReason;
using madoguchi::face::LivenessTest;
using madoguchi::face::LivenessVerdict;

namespace {

LivenessVerdict verdict_with(LivenessReason texture, LivenessReason border) {
    LivenessVerdict verdict;
    for (std::size_t i = 0; i < verdict.signs.size(); ++i) {
        verdict.signs[i] = {static_cast<LivenessTest>(i), LivenessReason::AsOfAPerson, 0.5F};
    }
    verdict.signs[0].reason = texture;
    verdict.signs[4].reason = border;
    verdict.signs[5].reason = LivenessReason::NotFitted;
    return verdict;
}

} // namespace

TEST_CASE("the journal gets the grade and what speaks against it, and nothing when nobody looked") {
    constexpr auto ok = LivenessReason::AsOfAPerson;
    CHECK(liveness_summary(std::nullopt).empty());
    CHECK(liveness_summary(verdict_with(ok, ok)) == "shown");
    CHECK(liveness_summary(verdict_with(ok, LivenessReason::EdgesHidden)) == "unproved");
    CHECK(liveness_summary(verdict_with(ok, LivenessReason::BorderSeen)) == "doubted:border_seen");
    CHECK(liveness_summary(
              verdict_with(LivenessReason::LooksArtificial, LivenessReason::BorderSeen)) ==
          "doubted:looks_artificial,border_seen");
}

TEST_CASE("pages get each test with its outcome and reason, and no measure") {
    CHECK(liveness_json(std::nullopt).is_null());
    const auto json =
        liveness_json(verdict_with(LivenessReason::AsOfAPerson, LivenessReason::BorderSeen));
    CHECK(json["grade"] == "doubted");
    REQUIRE(json["signs"].size() == 6);
    CHECK(json["signs"][4].dump() ==
          R"({"test":"border","outcome":"failed","reason":"border_seen"})");
    CHECK(json["signs"][5]["outcome"] == "not_judged");
}

TEST_CASE("people read one line a doubt, and none where there is none") {
    constexpr auto ok = LivenessReason::AsOfAPerson;
    CHECK(liveness_text(std::nullopt).empty());
    CHECK(liveness_text(verdict_with(ok, ok)).empty());
    CHECK(liveness_text(verdict_with(LivenessReason::LooksArtificial, ok)) ==
          "liveness: The surface looks like a print or a screen.\n");
}
