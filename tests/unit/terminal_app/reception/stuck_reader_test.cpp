// A driver call that does not come back: the terminal says so and goes on once it does.
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::BenchOptions;
using madoguchi::test::ReceptionBench;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

namespace {

BenchOptions impatient() {
    BenchOptions options;
    options.longest_silence = 500ms;
    return options;
}

} // namespace

TEST_CASE("a reader that hangs is told within its limit, and the screens stay alive") {
    ReceptionBench bench(impatient());
    bench.readers().hold();
    const auto began = std::chrono::steady_clock::now();
    bench.insert();
    CHECK(bench.wait_for(Phase::OutOfService).state.reason == FailureReason::ReaderStuck);
    CHECK(std::chrono::steady_clock::now() - began < 3s);
    CHECK(bench.wait_for(Part::Reader, Condition::Down).reason == FailureReason::ReaderStuck);
    bench.press(PatientAction(action::CallStaff{}));
    CHECK(bench.wait_for(Phase::OutOfService).state.staff_called);
    const auto rows = bench.journal_of(1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].failure == "F-READER-STUCK");

    SECTION("it recovers, and the next patient is received") {
        bench.reader().remove();
        bench.readers().release();
        bench.wait_for(Phase::Idle);
        CHECK_FALSE(bench.wait_for(Part::Reader, Condition::Ok).reason.has_value());
        CHECK(bench.receive_by_pin().outcome == "eligible");
    }
    SECTION("it recovers without anybody touching the card, which is powered down") {
        bench.readers().release();
        bench.wait_for(Phase::Idle);
        bench.wait_for(Part::Reader, Condition::Ok);
        CHECK(bench.readers().wait_until_powered_down(Deadline::after(5s)));
    }
}

TEST_CASE("a card that hangs in the middle of a session ends it") {
    ReceptionBench bench(impatient());
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.readers().hold();
    bench.press(PatientAction(action::ChooseWay{Way::Pin}));
    CHECK(bench.wait_for(Phase::OutOfService).state.reason == FailureReason::ReaderStuck);
    bench.reader().remove();
    bench.readers().release();
    bench.wait_for(Phase::Idle);
    CHECK(bench.receive_by_pin().outcome == "eligible");
}
