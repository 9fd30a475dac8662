// Sessions that nobody brings to their end: the program stops, or the patient walks away.
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::BenchOptions;
using madoguchi::test::ReceptionBench;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

namespace {

void choose(ReceptionBench& bench, Way way) {
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{way}));
}

void stand_at_choice(ReceptionBench& bench) {
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
}

void stand_at_pin(ReceptionBench& bench) {
    choose(bench, Way::Pin);
    bench.wait_for(Phase::EnteringPin);
}

void stand_at_visual_check(ReceptionBench& bench) {
    choose(bench, Way::Visual);
    bench.wait_for(Phase::AwaitingVisual);
}

void stand_at_eligibility(ReceptionBench& bench) {
    stand_at_visual_check(bench);
    bench.press(StaffAction(action::ConfirmVisual{true}));
    bench.wait_for(Phase::Consenting);
    bench.press(PatientAction(action::GiveConsents{}));
    bench.wait_for(Phase::CheckingEligibility);
}

} // namespace

TEST_CASE("a shutdown in a session ends within three seconds, with the card powered down") {
    for (const auto stand :
         {stand_at_choice, stand_at_pin, stand_at_visual_check, stand_at_eligibility}) {
        BenchOptions options;
        options.scenario = "silent";
        options.eligibility_deadline = 1s;
        ReceptionBench bench(options);
        stand(bench);
        CHECK(bench.readers().powered_cards() == 1);
        INFO(name_of(bench.desk().views().newest().value->state.phase));

        const auto began = std::chrono::steady_clock::now();
        bench.shut_down();
        CHECK(std::chrono::steady_clock::now() - began < 3s);
        CHECK(bench.readers().powered_cards() == 0);
        const auto rows = bench.journal_of(1);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].failure == "F-SYSTEM-SHUTDOWN");
    }
}

TEST_CASE("a patient who walks away leaves a card that tells nothing, and the next is received") {
    for (const auto stand : {stand_at_choice, stand_at_pin, stand_at_visual_check}) {
        BenchOptions options;
        options.patience = 400ms;
        ReceptionBench bench(options);
        stand(bench);
        INFO(name_of(bench.desk().views().newest().value->state.phase));
        CHECK(bench.wait_for(Phase::ShowingFailure).state.reason == FailureReason::SystemTimedOut);
        CHECK(bench.readers().wait_until_powered_down(Deadline::after(1s)));
        CHECK(bench.desk().photo() == nullptr);
        bench.wait_for(Phase::CardLeft);
        bench.take_card();
        bench.next_patient("p05");
        CHECK(bench.receive_by_pin().outcome == "eligible");
    }
}
