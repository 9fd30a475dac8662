// A card lifted too early and put down again: the reading goes on, for this patient alone.
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::ReceptionBench;

namespace {

// Everything that 照合番号B opens is read for the visual way.
HeadlessWishes visual() {
    HeadlessWishes wishes;
    wishes.way = Way::Visual;
    wishes.same_person = true;
    return wishes;
}

// Lifted when this many exchanges are left of a whole reading.
void receive_torn(ReceptionBench& bench, std::size_t whole, std::size_t left) {
    bench.reader().remove_after(whole - left);
    const HeadlessResult torn = bench.receive(visual());
    REQUIRE(torn.reason == FailureReason::CardRemoved);
    bench.take_card();
}

std::size_t exchanges_of_whole_reading() {
    ReceptionBench bench;
    const HeadlessResult result = bench.receive(visual());
    REQUIRE(result.outcome == "eligible");
    return result.traffic.exchanges;
}

} // namespace

TEST_CASE("a card put down again is read on, not over, and received") {
    const std::size_t whole = exchanges_of_whole_reading();
    ReceptionBench bench;
    receive_torn(bench, whole, 3);
    const HeadlessResult again = bench.receive(visual());
    CHECK(again.outcome == "eligible");
    CHECK(again.traffic.exchanges + 4 <= whole); // the end may be counted in one of the two
}

TEST_CASE("the next patient's card is read from its beginning") {
    const std::size_t whole = exchanges_of_whole_reading();
    ReceptionBench bench;
    receive_torn(bench, whole, 3);
    bench.next_patient("p05");
    const HeadlessResult next = bench.receive(visual());
    CHECK(next.outcome == "eligible");
    CHECK(next.traffic.exchanges + 5 > whole); // the end may not be counted yet
}

TEST_CASE("a reception that came to its end leaves nothing to go on with") {
    const std::size_t whole = exchanges_of_whole_reading();
    ReceptionBench bench;
    CHECK(bench.receive(visual()).outcome == "eligible");
    bench.take_card();
    CHECK(bench.receive(visual()).traffic.exchanges + 5 > whole); // the end may not be counted yet
}
