// The behaviours that every hal::CardReaderMonitor must have.
#include "tests/contract/card_bench.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;
using enum hal::ReaderChange;

namespace {

struct MonitoredBenches {
    MonitoredBenches()
        : kind(GENERATE(from_range(card_bench_kinds()))), bench(kind.make()),
          name(bench->reader()->name()), monitor(bench->monitor()) {}

    // True once the monitor reports it; every call has the same total limit.
    bool reports(hal::ReaderChange change) {
        const auto limit = Deadline::after(10s);
        while (!limit.has_passed()) {
            const auto is_it = [&](const hal::ReaderEvent& event) {
                return event.change == change && event.reader == name;
            };
            if (const auto found = std::ranges::find_if(pending, is_it); found != pending.end()) {
                pending.erase(pending.begin(), found + 1);
                return true;
            }
            const auto events = monitor->wait(limit);
            REQUIRE(events);
            pending.insert(pending.end(), events->begin(), events->end());
        }
        return false;
    }

    CardBenchKind kind;
    std::unique_ptr<CardBench> bench;
    std::string name;
    std::unique_ptr<hal::CardReaderMonitor> monitor;
    std::vector<hal::ReaderEvent> pending;
};

} // namespace

TEST_CASE_METHOD(MonitoredBenches,
                 "A monitor reports what is there, then each card's coming and going") {
    INFO(kind.name);
    if (monitor == nullptr) {
        return;
    }
    CHECK(reports(ReaderAdded));
    bench->insert();
    CHECK(reports(CardInserted));
    bench->remove();
    CHECK(reports(CardRemoved));
    bench->insert();
    CHECK(reports(CardInserted));
}

TEST_CASE_METHOD(MonitoredBenches, "A monitor that starts late reports the card that is there") {
    INFO(kind.name);
    if (monitor == nullptr) {
        return;
    }
    bench->insert();
    CHECK(reports(ReaderAdded));
    CHECK(reports(CardInserted));
}

TEST_CASE_METHOD(MonitoredBenches,
                 "A monitor's wait ends by its deadline or when it is cancelled") {
    INFO(kind.name);
    if (monitor == nullptr) {
        return;
    }
    CHECK(reports(ReaderAdded));
    const auto begin = std::chrono::steady_clock::now();
    SECTION("deadline") {
        const auto events = monitor->wait(Deadline::after(50ms));
        REQUIRE(events);
        CHECK(events->empty());
    }
    SECTION("cancelled from another thread") {
        const std::jthread other([&] {
            std::this_thread::sleep_for(50ms);
            monitor->cancel();
        });
        const auto events = monitor->wait(Deadline::after(10s));
        REQUIRE(events);
        CHECK(events->empty());
    }
    CHECK(std::chrono::steady_clock::now() - begin < 2s);
}
