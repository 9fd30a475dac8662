// What the journal tells of a reception: what was asked, about which record, and what was shown.
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;

TEST_CASE("an answer that is used is noted with the kinds of its data") {
    ReceptionBench bench;
    HeadlessWishes wishes = bench.pin_wishes();
    wishes.consent_to_all = true;
    CHECK(bench.receive(std::move(wishes)).outcome == "eligible");
    bench.take_card();
    const AuditRow row = bench.journal_of(1).at(0);
    CHECK(row.asked == "oqs");
    CHECK(row.record.size() == 64);
    CHECK(row.shown.find("basic") == 0);
    CHECK(row.shown.find("medical-consents") != std::string::npos);
}

TEST_CASE("without consents nothing but the basic items is shown") {
    ReceptionBench bench;
    CHECK(bench.receive_by_pin().outcome == "eligible");
    bench.take_card();
    CHECK(bench.journal_of(1).at(0).shown == "basic");
}

TEST_CASE("what is quarantined was asked for and not shown; what was not asked says so") {
    struct Case {
        const char* scenario;
        bool in_patient_index;
        const char* asked;
    };
    for (const Case& one : {Case{"mislinked", true, "oqs"}, Case{"eligible", false, ""}}) {
        INFO(one.scenario);
        BenchOptions options;
        options.scenario = one.scenario;
        options.in_patient_index = one.in_patient_index;
        ReceptionBench bench(options);
        CHECK(bench.receive_by_pin().outcome != "eligible");
        bench.take_card();
        const AuditRow row = bench.journal_of(1).at(0);
        CHECK(row.asked == one.asked);
        CHECK(row.record.empty() == row.asked.empty());
        CHECK(row.shown.empty());
    }
}

TEST_CASE("an answer that comes when the patient has gone is handed over, and a row of its own") {
    BenchOptions options;
    options.with_eligibility_folder = false;
    options.eligibility_deadline = std::chrono::seconds(60);
    ReceptionBench bench(options);
    std::filesystem::create_directories(bench.folder() / "eligibility" / "req");
    std::filesystem::create_directories(bench.folder() / "eligibility" / "res");
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{Way::Pin}));
    bench.wait_for(Phase::EnteringPin);
    bench.press(PatientAction(action::EnterPin{std::move(*bench.pin_wishes().pin)}));
    bench.wait_for(Phase::Consenting);
    bench.press(PatientAction(action::GiveConsents{}));
    bench.wait_for(Phase::CheckingEligibility);
    const Deadline deadline = Deadline::after(std::chrono::seconds(60));
    const auto requests = bench.folder() / "eligibility" / "req";
    while (std::filesystem::is_empty(requests) && !deadline.has_passed()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    REQUIRE_FALSE(std::filesystem::is_empty(requests));
    bench.take_card();
    CHECK(bench.journal_of(1).at(0).shown.empty());
    bench.serve_eligibility("eligible");
    const auto rows = bench.journal_of(2);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].asked == "oqs");
    CHECK(rows[1].record == rows[0].record);
    CHECK(rows[1].shown == "basic");
    CHECK(rows[1].way.empty());
}

TEST_CASE("what is asked again later is in the journal, too") {
    BenchOptions options;
    options.with_eligibility_folder = false;
    ReceptionBench bench(options);
    CHECK(bench.receive_by_pin().reason == FailureReason::LinkFolder);
    bench.take_card();
    bench.serve_eligibility("eligible");
    const auto rows = bench.journal_of(2);
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].way == "later");
    CHECK(rows[1].record == rows[0].record);
    CHECK(rows[1].shown == "basic");
    CHECK(rows[1].outcome == "eligible");
}
