// What a headless result tells of the work that went on side by side.
#include "terminal_app/service/headless_reception.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using std::chrono_literals::operator""ms;

namespace {

constexpr SessionId session{3};

StrandWork work(Strand strand, std::chrono::milliseconds from, std::chrono::milliseconds until) {
    const MonotonicTime tap = MonotonicTime{} + 5000ms;
    return {session, strand, tap + from, tap + until};
}

} // namespace

TEST_CASE("a strand's busy time leaves out what it waited for") {
    StrandTimer timer;
    timer.begin(MonotonicTime{} + 5000ms);
    CHECK(timer.strands().empty());
    timer.add(work(Strand::Card, 10ms, 110ms));
    timer.add(work(Strand::Surface, 0ms, 400ms));
    timer.add(work(Strand::Card, 400ms, 700ms));
    const auto strands = timer.strands();
    REQUIRE(strands.size() == 2);
    CHECK(strands[0].strand == Strand::Card);
    CHECK(strands[0].start == 10ms);
    CHECK(strands[0].end == 700ms);
    CHECK(strands[0].busy == 400ms);
    CHECK(strands[1].strand == Strand::Surface);
    CHECK(strands[1].busy == 400ms);
}

TEST_CASE("a new session begins without the strands of the last") {
    StrandTimer timer;
    timer.begin(MonotonicTime{});
    timer.add(work(Strand::Card, 10ms, 110ms));
    timer.begin(MonotonicTime{} + 5000ms);
    CHECK(timer.strands().empty());
}

TEST_CASE("a headless result sets the match beside its longest strand") {
    HeadlessResult result;
    result.strands = {{Strand::Card, 3ms, 700ms, 400ms}, {Strand::Face, 20ms, 700ms, 500ms}};
    result.tap_to_match = 550ms;
    const std::string json = to_json(result);
    CHECK(json.find(R"({"name":"card","start_ms":3,"end_ms":700,"busy_ms":400})") !=
          std::string::npos);
    CHECK(json.find(R"("longest_strand_ms":500,"tap_to_match_ms":550,)"
                    R"("match_to_longest_strand":1.1,)") != std::string::npos);
}

TEST_CASE("without a match there is nothing to set beside it") {
    const std::string json = to_json({});
    CHECK(json.find(R"("strands":[],"longest_strand_ms":0,"tap_to_match_ms":null,)"
                    R"("match_to_longest_strand":null)") != std::string::npos);
}
