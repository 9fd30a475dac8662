#include "terminal_app/cli/bulk_report.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;
using namespace madoguchi::eligibility::identity;

namespace {

BulkState some_state() {
    BulkState state{{1234, 12, "\x90\xC2"}, {5678, 34, "17"}, {}};
    state.tally.compared = 9;
    state.tally.only_left = 1;
    state.tally.only_right = 2;
    state.tally.repeated_left = 3;
    state.tally.repeated_right = 4;
    const ItemTexts card{"青葉　みどり", "", "", "", "1984-02-29", "2", "例町2"};
    ItemTexts other = card;
    other.name = "若葉　岳";
    const IdentityComparison comparison = compare(card, other);
    state.tally.add(comparison);
    state.tally.sample.offer({sample_rank(1, "17"), "\x90\xC2", 12, 34, comparison.verdict(), {}});
    return state;
}

} // namespace

TEST_CASE("a check that was stopped comes back from its file as it was") {
    const BulkState state = some_state();
    const auto file = nlohmann::json::to_cbor(state_to_json(state));
    const auto back = state_from_json(nlohmann::json::from_cbor(file));
    REQUIRE(back.has_value());
    REQUIRE(back->left == state.left);
    REQUIRE(back->right == state.right);
    REQUIRE(back->tally == state.tally);
}

TEST_CASE("a file that is no stopped check is refused") {
    nlohmann::json without_counts = state_to_json(some_state());
    without_counts.erase("counts");
    nlohmann::json short_findings = state_to_json(some_state());
    short_findings["findings"] = nlohmann::json::array();
    for (const nlohmann::json& json :
         {nlohmann::json(), nlohmann::json::array({1, 2}), without_counts, short_findings}) {
        REQUIRE_FALSE(state_from_json(json).has_value());
    }
}

TEST_CASE("the report holds counts by rule and never how sex compares in a sampled pair") {
    const auto report = to_json(some_state().tally);
    REQUIRE(report["verdicts"]["staff"] == 1);
    REQUIRE(report["findings"]["name"]["different"]["no-rule-makes-equal"] == 1);
    REQUIRE(report["sample"][0]["items"].contains("address"));
    REQUIRE_FALSE(report["sample"][0]["items"].contains("sex"));
}
