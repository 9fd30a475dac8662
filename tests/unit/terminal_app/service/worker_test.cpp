#include "terminal_app/service/worker.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <future>
#include <vector>

using namespace madoguchi::terminal;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

TEST_CASE("commands are carried out in order on another thread, and the end waits for the last") {
    std::vector<int> done;
    std::thread::id place;
    {
        Worker<int> worker([&](int command) {
            done.push_back(command);
            place = std::this_thread::get_id();
        });
        for (const int command : {1, 2, 3}) {
            CHECK(worker.post(command));
        }
    }
    CHECK(done == std::vector<int>{1, 2, 3});
    CHECK(place != std::this_thread::get_id());
}

TEST_CASE("a worker that hangs refuses commands instead of collecting them") {
    std::promise<void> release;
    std::promise<void> hangs;
    std::atomic<std::size_t> done{0};
    Worker<int> worker([&](int command) {
        if (command == 0) {
            hangs.set_value();
            release.get_future().wait();
        }
        ++done;
    });
    CHECK(worker.post(0));
    hangs.get_future().wait();
    for (std::size_t i = 0; i < Worker<int>::capacity; ++i) {
        CHECK(worker.post(1));
    }
    CHECK_FALSE(worker.post(1));
    release.set_value();
    worker.finish();
    CHECK(done == 1 + Worker<int>::capacity);
}

TEST_CASE("a long command notices that the next one waits, or that the end has come") {
    const bool ends = GENERATE(false, true);
    std::promise<void> began;
    std::atomic<bool> was_wanted_at_first{true};
    Worker<int>* this_worker = nullptr;
    Worker<int> worker([&](int command) {
        if (command == 0) {
            was_wanted_at_first = this_worker->is_wanted_elsewhere();
            began.set_value();
            while (!this_worker->is_wanted_elsewhere()) {
                std::this_thread::sleep_for(1ms);
            }
        }
    });
    this_worker = &worker;
    REQUIRE(worker.post(0));
    began.get_future().wait();
    CHECK_FALSE(was_wanted_at_first);
    CHECK((ends || worker.post(1)));
    worker.finish();
}

TEST_CASE("after its end a worker takes nothing") {
    Worker<int> worker([](int /*command*/) {});
    worker.finish();
    worker.finish();
    CHECK_FALSE(worker.post(1));
}

TEST_CASE("a worker without commands is idle at its interval") {
    std::promise<void> second;
    std::atomic<int> times{0};
    const Worker<int> worker([](int /*command*/) {},
                             [&] {
                                 if (++times == 2) {
                                     second.set_value();
                                 }
                             },
                             1ms);
    CHECK(second.get_future().wait_for(10s) == std::future_status::ready);
}
