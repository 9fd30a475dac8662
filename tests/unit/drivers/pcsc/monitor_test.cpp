#include "drivers/pcsc/back_off.hpp"
#include "drivers/pcsc/pcsc_monitor.hpp"
#include "drivers/pcsc/watched_readers.hpp"
#include "tests/unit/drivers/pcsc/fixture.hpp"

#include <thread>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;
using drivers::ScardCode;
using enum hal::ReaderChange;

namespace {

// Events as text, so that a failing comparison can be read.
std::vector<std::string> texts(const std::vector<hal::ReaderEvent>& events) {
    static constexpr const char* names[] = {"ReaderAdded ", "ReaderRemoved ", "CardInserted ",
                                            "CardRemoved ", "ServiceLost",    "ServiceRestored"};
    std::vector<std::string> out;
    for (const auto& event : events) {
        out.push_back(names[static_cast<std::size_t>(event.change)] + event.reader);
    }
    return out;
}

using Texts = std::vector<std::string>;

struct Monitored {
    Texts wait(std::chrono::milliseconds limit = 3s) {
        const auto events = monitor.wait(Deadline::after(limit));
        REQUIRE(events);
        return texts(*events);
    }

    // Does it while the monitor waits.
    template <typename Action>
    Texts wait_during(Action action) {
        std::jthread other([&] {
            std::this_thread::sleep_for(20ms);
            action();
        });
        return wait();
    }

    FakePcsc pcsc;
    drivers::PcscMonitor monitor{pcsc.table()};
};

} // namespace

TEST_CASE_METHOD(Monitored, "The first look reports what is there") {
    pcsc.add_reader("A");
    pcsc.add_reader("B");
    pcsc.insert("B", card_that_answers(hex("9000")));
    CHECK(wait() == Texts{"ReaderAdded A", "ReaderAdded B", "CardInserted B"});
    CHECK(wait(30ms).empty());
}

TEST_CASE_METHOD(Monitored, "Cards are reported as they come and go") {
    pcsc.add_reader("A");
    CHECK(wait() == Texts{"ReaderAdded A"});
    const FakeCard card = card_that_answers(hex("9000"));
    CHECK(wait_during([&] { pcsc.insert("A", card); }) == Texts{"CardInserted A"});
    CHECK(wait_during([&] { pcsc.remove("A"); }) == Texts{"CardRemoved A"});
    pcsc.insert("A", card);
    CHECK(wait() == Texts{"CardInserted A"});
}

TEST_CASE_METHOD(Monitored, "A card swapped between two looks is another card") {
    pcsc.add_reader("A");
    pcsc.insert("A", card_that_answers(hex("9000")));
    CHECK(wait().size() == 2);
    pcsc.remove("A");
    pcsc.insert("A", card_that_answers(hex("9000")));
    CHECK(wait() == Texts{"CardRemoved A", "CardInserted A"});
}

TEST_CASE_METHOD(Monitored, "Readers are reported as they are plugged in and out") {
    CHECK(wait(30ms).empty());
    CHECK(wait_during([&] { pcsc.add_reader("A"); }) == Texts{"ReaderAdded A"});
    pcsc.insert("A", card_that_answers(hex("9000")));
    CHECK(wait() == Texts{"CardInserted A"});
    Texts events = wait_during([&] { pcsc.remove_reader("A"); });
    if (events.size() == 1) { // the card's loss may be seen one look earlier than the reader's
        events.push_back(wait().at(0));
    }
    CHECK(events == Texts{"CardRemoved A", "ReaderRemoved A"});
}

TEST_CASE_METHOD(Monitored,
                 "The daemon's death is reported once, and its return with what is there") {
    pcsc.add_reader("A");
    pcsc.insert("A", card_that_answers(hex("9000")));
    CHECK(wait().size() == 2);
    CHECK(wait_during([&] { pcsc.kill_daemon(); }) ==
          Texts{"CardRemoved A", "ReaderRemoved A", "ServiceLost"});
    CHECK(wait(10ms).empty());
    CHECK(wait_during([&] { pcsc.start_daemon(); }) ==
          Texts{"ServiceRestored", "ReaderAdded A", "CardInserted A"});
}

TEST_CASE_METHOD(Monitored, "A daemon that is absent from the start is reported once") {
    pcsc.kill_daemon();
    CHECK(wait() == Texts{"ServiceLost"});
    CHECK(wait(10ms).empty());
    CHECK(pcsc.calls(ScardFunction::EstablishContext) <= 2); // the pause, not a loop
    pcsc.start_daemon();
    CHECK(wait() == Texts{"ServiceRestored"});
}

TEST_CASE_METHOD(Monitored, "A refused user is an error, not a lost service") {
    pcsc.fail(ScardCode::SecurityViolation, ScardFunction::EstablishContext);
    const auto events = monitor.wait(Deadline::after(1s));
    REQUIRE_FALSE(events);
    CHECK(events.error().code() == ErrorCode::AccessDenied);
}

TEST_CASE_METHOD(Monitored, "cancel ends a wait from another thread") {
    pcsc.add_reader("A");
    CHECK(wait().size() == 1);
    const auto begin = std::chrono::steady_clock::now();
    SECTION("while it waits for the readers") {
        CHECK(wait_during([&] { monitor.cancel(); }).empty());
    }
    SECTION("before it waits") {
        monitor.cancel();
        CHECK(wait().empty());
    }
    SECTION("while it waits for the daemon") {
        pcsc.kill_daemon();
        CHECK(wait().back() == "ServiceLost");
        CHECK(wait_during([&] { monitor.cancel(); }).empty());
    }
    SECTION("even when SCardCancel fails") {
        pcsc.fail(ScardCode::CommunicationError, ScardFunction::Cancel);
        CHECK(wait_during([&] { monitor.cancel(); }).empty());
    }
    CHECK(std::chrono::steady_clock::now() - begin < 2s);
    CHECK(wait(10ms).empty()); // a cancellation ends one wait only
}

TEST_CASE_METHOD(Monitored, "A daemon that answers at once without news is not asked in a loop") {
    auto restless = std::make_shared<drivers::ScardTable>(*pcsc.table());
    restless->get_status_change = [](auto, auto, auto) { return ScardCode::Success; };
    drivers::PcscMonitor impatient(restless);
    REQUIRE(impatient.wait(Deadline::after(200ms)));
    CHECK(pcsc.calls(ScardFunction::ListReaders) <= 12);
}

TEST_CASE("Everything that the monitor opened is closed") {
    FakePcsc pcsc;
    pcsc.add_reader("A");
    {
        drivers::PcscMonitor monitor(pcsc.table());
        REQUIRE(monitor.wait(soon()));
        pcsc.kill_daemon();
        REQUIRE(monitor.wait(soon()));
        pcsc.start_daemon();
        REQUIRE(monitor.wait(soon()));
    }
    CHECK(pcsc.all_closed());
}

TEST_CASE("The pause between attempts doubles from 0.2 to 5 seconds") {
    drivers::BackOff back_off;
    std::vector<std::chrono::milliseconds> pauses;
    for (int i = 0; i < 7; ++i) {
        pauses.push_back(back_off.next());
    }
    CHECK(pauses ==
          std::vector<std::chrono::milliseconds>{200ms, 400ms, 800ms, 1600ms, 3200ms, 5s, 5s});
    back_off.reset();
    CHECK(back_off.next() == 200ms);
}

TEST_CASE("A mute card is a card, and a state that says nothing is none") {
    drivers::WatchedReaders readers;
    CHECK(texts(readers.see_names({{"A", "A"}})) == Texts{"ReaderAdded A"});
    auto states = readers.to_watch();
    states[0].now = 0x0222; // mute, present, changed
    CHECK(texts(readers.see_states(states)) == Texts{"CardInserted A"});
    states = readers.to_watch();
    CHECK(states[0].known == 0x0220);
    states[0].now = 0x0006; // unknown, changed: unplugged, and the next list says so
    CHECK(texts(readers.see_states(states)) == Texts{"CardRemoved A"});
    CHECK(texts(readers.see_names({})) == Texts{"ReaderRemoved A"});
}
