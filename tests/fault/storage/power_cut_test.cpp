// The power fails after every single operation on the disk (reliability S01, S03): what was
// acknowledged is there, what was not is there as a whole or not at all.
#include "terminal_app/store/audit_journal.hpp"
#include "terminal_app/store/tie_store.hpp"
#include "tests/support/storage/power_cut.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <functional>
#include <iostream>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using std::chrono_literals::operator""min;

namespace {

// A store's life as steps, and what can be seen of it after each.
template <typename Seen>
struct Life {
    RecordingVfs disk;
    TemporaryFolder folder;
    std::vector<Seen> seen{Seen{}};           // [0]: before anything
    std::vector<std::size_t> acknowledged{0}; // events on the disk when the step returned

    void step(const std::function<void()>& work, const std::function<Seen()>& look) {
        work();
        acknowledged.push_back(disk.events().size());
        disk.pause(true);
        seen.push_back(look());
        disk.pause(false);
    }

    // Every cut with every fate of what was not synced; `look` opens the store in that folder.
    void cut_everywhere(const char* what, const std::string& file,
                        const std::function<Seen(const std::filesystem::path&)>& look) {
        disk.pause(true);
        std::size_t cases = 0;
        for (std::size_t count = 0; count <= disk.events().size(); ++count) {
            std::size_t last = 0;
            while (last + 1 < acknowledged.size() && acknowledged[last + 1] <= count) {
                ++last;
            }
            for (const Unsynced unsynced : all_unsynced) {
                const TemporaryFolder cut;
                std::filesystem::copy_file(folder.path() / (file + ".key"),
                                           cut.path() / (file + ".key"));
                build_disk(cut.path(), disk.events(), count, unsynced);
                INFO("after " << count << " operations, unsynced ones " << name_of(unsynced));
                const Seen found = look(cut.path() / file);
                const bool is_next = last + 1 < seen.size() && found == seen[last + 1];
                CHECK((found == seen[last] || is_next));
                ++cases;
            }
        }
        std::cout << "fault " << what << ": " << cases << " power cuts\n";
    }
};

struct SeenRow {
    std::int64_t number = 0;
    LaterState state = LaterState::Waiting;
    std::string reason;
    std::uint32_t asks = 0;
    std::optional<LaterQuestion> question;

    friend bool operator==(const SeenRow&, const SeenRow&) = default;
};
using SeenList = std::vector<SeenRow>;

SeenList seen_in(const LaterList& list) {
    SeenList seen;
    for (const LaterRow& row : require(list.rows())) {
        seen.push_back(
            {row.number, row.state, row.reason, row.asks, require(list.question(row.number))});
    }
    return seen;
}

} // namespace

TEST_CASE("later confirmations survive a power cut at every write") {
    Life<SeenList> life;
    SetClock clock;
    const auto path = life.folder.path() / "later.sqlite";
    std::optional<LaterList> list = open_later(path, clock);
    std::optional<LaterClaim> claim;
    const auto step = [&](const std::function<void()>& work) {
        life.step(work, [&] { return seen_in(*list); });
    };
    const auto keep = [&](int patient) {
        step([&, patient] { require(list->keep(later_question(patient), "F-LINK-TIMEOUT")); });
    };
    const auto settle = [&](LaterState state) {
        step([&] { claim = require(list->claim(1min)); });
        step([&] { REQUIRE(require(list->settle(*claim, {state, "reason", true, 1min}))); });
    };
    keep(1);
    keep(2);
    keep(2);
    settle(LaterState::Asked);
    settle(LaterState::Confirmed);
    step([&] {
        list.reset(); // everything goes to the database itself, and the log away
        list = open_later(path, clock);
    });
    keep(3);
    step([&] { REQUIRE(require(list->close(1, LaterState::GivenUp))); });
    step([&] {
        REQUIRE(require(list->wipe_closed_before(clock.civil + std::chrono::seconds(1))) == 2);
    });

    life.cut_everywhere("later list", "later.sqlite", [&](const std::filesystem::path& cut) {
        const LaterList found = open_later(cut, clock);
        CHECK(found.moved_aside().empty());
        return seen_in(found);
    });
}

TEST_CASE("the audit journal survives a power cut at every write, and its chain is whole") {
    Life<std::vector<std::string>> life;
    const auto path = life.folder.path() / "journal.sqlite";
    const auto look = [](const AuditJournal& journal) {
        CHECK_FALSE(require(journal.verify()).first_broken.has_value());
        std::vector<std::string> seen;
        for (const AuditRow& row : require(journal.rows())) {
            seen.push_back(row.outcome + " " + row.chain);
        }
        return seen;
    };
    std::optional<AuditJournal> journal = require(AuditJournal::open(path));
    for (int number = 1; number <= 6; ++number) {
        AuditEntry entry;
        entry.way = "pin";
        entry.outcome = "eligible-" + std::to_string(number);
        life.step(
            [&] {
                REQUIRE(journal->append(entry).has_value());
                if (number == 4) {
                    journal.reset();
                    journal = require(AuditJournal::open(path));
                }
            },
            [&] { return look(*journal); });
    }
    life.cut_everywhere("audit journal", "journal.sqlite", [&](const std::filesystem::path& cut) {
        return look(require(AuditJournal::open(cut)));
    });
}

TEST_CASE(
    "what earlier visits tied together survives a power cut at every write, each as a whole") {
    using namespace eligibility::identity;
    using Seen = std::vector<std::optional<Tie>>;
    constexpr std::chrono::sys_days today{std::chrono::days(20'777)};
    constexpr Mark most = 4;
    Life<Seen> life;
    life.seen = {Seen(2 * most)};
    const auto path = life.folder.path() / "ties.sqlite";
    const auto look = [](const TieStore& store) {
        CHECK(store.moved_aside().empty());
        Seen seen;
        for (Mark of = 1; of <= most; ++of) {
            seen.push_back(require(store.find(TieKind::RecordToCard, of)));
            seen.push_back(require(store.find(TieKind::ChartToCard, of)));
        }
        return seen;
    };
    std::optional<TieStore> store = require(TieStore::open(path));
    const auto step = [&](const std::function<void()>& work) {
        life.step(work, [&] { return look(*store); });
    };
    const auto visit = [&](Mark of, Mark card) {
        step([&, of, card] {
            REQUIRE(store->keep(
                {{TieKind::RecordToCard, of, card, card}, {TieKind::ChartToCard, of, card, card}},
                today + std::chrono::days(of)));
        });
    };
    visit(1, 10);
    visit(2, 20);
    visit(1, 11);
    step([&] {
        store.reset();
        store = require(TieStore::open(path));
    });
    visit(3, 30);
    step([&] {
        constexpr std::chrono::days two(2);
        REQUIRE(require(store->forget(today + two, today + two, 10)) == 4);
    });
    visit(4, 40);
    life.cut_everywhere("ties", "ties.sqlite", [&](const std::filesystem::path& cut) {
        return look(require(TieStore::open(cut)));
    });
}
