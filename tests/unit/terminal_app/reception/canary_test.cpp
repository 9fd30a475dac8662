// After receptions by PIN and by sight nothing of the patient is left in any file but those that
// the receipt computer and the eligibility service exchange, nor in arguments or environment.
#include "tests/unit/terminal_app/reception/left_traces.hpp"
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::ReceptionBench;

TEST_CASE("nothing of the patient is left behind") {
    ReceptionBench bench;
    const test::LogToFile logged(bench.folder() / "terminal.log");
    CHECK(bench.receive_by_pin("0000").outcome == "not_confirmed");
    bench.take_card();
    CHECK(bench.receive_by_pin().outcome == "eligible");
    bench.take_card();
    HeadlessWishes visual;
    visual.way = Way::Visual;
    visual.same_person = true;
    CHECK(bench.receive(std::move(visual)).outcome == "eligible");
    bench.take_card();
    test::check_nothing_is_left(bench.folder(), test::traces_of(bench.person()));
}

TEST_CASE("the canary scan finds what it looks for") {
    const sim::Persona person = test::persona("p02");
    for (const std::string& trace : test::traces_of(person)) {
        CHECK(test::holds("x=\"" + trace + "\"", trace));
    }
    CHECK_FALSE(
        test::holds("chain=ab" + person.pins.authentication + "cd", person.pins.authentication));
}
