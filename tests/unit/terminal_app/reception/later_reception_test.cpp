#include "tests/support/storage/recording_vfs.hpp"
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;

TEST_CASE("a visit that could not be checked is on disk before the patient is told, and is "
          "confirmed when the service is back") {
    BenchOptions options;
    options.with_eligibility_folder = false;
    ReceptionBench bench(options);
    const HeadlessResult result = bench.receive_by_pin();
    CHECK(result.reason == FailureReason::LinkFolder);
    const DeskView view = *bench.desk().views().newest().value;
    CHECK(view.kept_for_later);
    CHECK(view.later.is_usable);
    CHECK(view.later.counts.open == 1);
    const auto rows = bench.later_list().rows();
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().reason == "F-LINK-FOLDER");

    bench.serve_eligibility("eligible");
    CHECK(bench.wait_for_later(LaterState::Confirmed));
    CHECK_FALSE(std::filesystem::is_empty(bench.folder() / "hand-over"));
}

TEST_CASE("answers that settle nothing are kept for later; those that settle something are not") {
    struct Case {
        const char* scenario;
        bool kept;
    };
    for (const Case& one : {Case{"garbage", true}, Case{"eligible", false}, Case{"none", false}}) {
        INFO(one.scenario);
        BenchOptions options;
        options.scenario = one.scenario;
        ReceptionBench bench(options);
        static_cast<void>(bench.receive_by_pin());
        CHECK(bench.desk().views().newest().value->kept_for_later == one.kept);
        CHECK(bench.later_list().rows()->size() == (one.kept ? 1 : 0));
    }
}

TEST_CASE("without a list the reception goes on, and nobody is promised anything") {
    BenchOptions options;
    options.with_eligibility_folder = false;
    options.with_later_list = false;
    ReceptionBench bench(options);
    CHECK(bench.receive_by_pin().reason == FailureReason::LinkFolder);
    const DeskView view = *bench.desk().views().newest().value;
    CHECK_FALSE(view.kept_for_later);
    CHECK_FALSE(view.later.is_usable);
    bench.take_card();
}

TEST_CASE("the next patient is not told what the one before was") {
    BenchOptions options;
    options.with_eligibility_folder = false;
    ReceptionBench bench(options);
    static_cast<void>(bench.receive_by_pin());
    bench.take_card();
    CHECK_FALSE(bench.desk().views().newest().value->kept_for_later);
    bench.insert();
    CHECK_FALSE(bench.wait_for(Phase::ChoosingWay).kept_for_later);
}

TEST_CASE("on a full disk the reception goes on and promises nothing, until there is space again") {
    RecordingVfs disk;
    disk.pause(true);
    BenchOptions options;
    options.with_eligibility_folder = false;
    ReceptionBench bench(options);
    disk.plan(DiskFault::Full, 0, "later.sqlite");
    CHECK(bench.receive_by_pin().reason == FailureReason::LinkFolder);
    CHECK(disk.has_struck());
    CHECK_FALSE(bench.desk().views().newest().value->kept_for_later);
    CHECK_FALSE(bench.desk().views().newest().value->later.is_usable);
    bench.take_card();

    disk.heal();
    CHECK(bench.receive_by_pin().reason == FailureReason::LinkFolder);
    CHECK(bench.desk().views().newest().value->kept_for_later);
    CHECK(bench.desk().views().newest().value->later.is_usable);
    CHECK(bench.journal_of(1).size() >= 1); // the journal's file had space all along
    bench.shut_down();
}
