// A disk that is full, or fails, at every operation in turn (reliability S02, S03).
#include "terminal_app/store/audit_journal.hpp"
#include "tests/support/storage/recording_vfs.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <functional>
#include <iostream>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using std::chrono_literals::operator""min;

namespace {

struct Fault {
    DiskFault kind;
    const char* named; // in the error's text
};

constexpr std::array faults{Fault{DiskFault::Full, "free some space"},
                            Fault{DiskFault::FailsOnce, "check space and health"},
                            Fault{DiskFault::SyncFails, "check space and health"}};

// Runs the case with the fault at the first operation, the second and so on, until it meets none.
std::size_t at_every_operation(RecordingVfs& disk, DiskFault fault,
                               const std::function<void()>& one_case) {
    constexpr std::size_t most = 500;
    std::size_t struck = 0;
    for (std::size_t spared = 0; spared < most; ++spared) {
        INFO("after " << spared << " operations that went well");
        disk.plan(fault, spared);
        one_case();
        disk.heal();
        if (!disk.has_struck()) {
            return struck;
        }
        ++struck;
    }
    FAIL("the fault is met for ever");
    return struck;
}

} // namespace

TEST_CASE("a full or failing disk: a visit is kept or refused by name, and kept when it is well") {
    for (const Fault& fault : faults) {
        RecordingVfs disk;
        const std::size_t struck = at_every_operation(disk, fault.kind, [&] {
            disk.pause(true);
            const TemporaryFolder folder;
            SetClock clock;
            const auto path = folder.path() / "later.sqlite";
            auto list = LaterList::open(path, clock, {"boot-1", 2000});
            std::vector<std::int64_t> acknowledged;
            for (int patient = 1; list && patient <= 3; ++patient) {
                const auto kept = list->keep(later_question(patient), "F-LINK-TIMEOUT");
                if (kept) {
                    acknowledged.push_back(*kept);
                } else {
                    CHECK(kept.error().code() == ErrorCode::StorageFailed);
                    CHECK(kept.error().text().find(fault.named) != std::string_view::npos);
                }
            }
            disk.heal();
            if (!list) { // at the start; it starts when the disk is well
                CHECK(list.error().code() == ErrorCode::StorageFailed);
                list = LaterList::open(path, clock, {"boot-1", 2000});
            }
            REQUIRE(list.has_value());
            for (const std::int64_t number : acknowledged) {
                CHECK(require(list->question(number)).has_value());
            }
            for (int patient = 1; patient <= 3; ++patient) { // the same object works again
                require(list->keep(later_question(patient), "F-LINK-TIMEOUT"));
            }
            CHECK(require(list->rows()).size() == 3);
            CHECK(require(open_later(path, clock).rows()).size() == 3);
        });
        CHECK(struck > 5);
        std::cout << "fault later list: " << struck << " operations, " << fault.named << "\n";
    }
}

TEST_CASE("a full or failing disk: a case that could not be settled is asked about again") {
    for (const Fault& fault : faults) {
        RecordingVfs disk;
        const TemporaryFolder folder;
        SetClock clock;
        disk.pause(true);
        LaterList list = open_later(folder.path() / "later.sqlite", clock);
        int patient = 0;
        const std::size_t struck = at_every_operation(disk, fault.kind, [&] {
            disk.heal();
            const auto number = require(list.keep(later_question(++patient), "F-LINK-TIMEOUT"));
            const auto claim = require(list.claim(1min));
            REQUIRE(claim.has_value());
            disk.plan(fault.kind, static_cast<std::size_t>(patient - 1));
            const auto settled = list.settle(*claim, {LaterState::Confirmed, "eligible", true, {}});
            disk.heal();
            const auto row = require(list.rows()).back();
            CHECK(row.number == number);
            CHECK(row.state == (settled ? LaterState::Confirmed : LaterState::Waiting));
            clock.pass(2min); // the lease is over
            if (!settled) {
                const auto again = require(list.claim(1min));
                REQUIRE(again.has_value());
                CHECK(require(list.settle(*again, {LaterState::Confirmed, "eligible", true, {}})));
            }
        });
        CHECK(struck > 0);
    }
}

TEST_CASE("a full or failing disk: the journal refuses by name and goes on with a whole chain") {
    for (const Fault& fault : faults) {
        RecordingVfs disk;
        const std::size_t struck = at_every_operation(disk, fault.kind, [&] {
            disk.pause(true);
            const TemporaryFolder folder;
            auto journal = AuditJournal::open(folder.path() / "journal.sqlite");
            std::size_t written = 0;
            for (int i = 0; journal && i < 3; ++i) {
                const auto appended = journal->append({});
                written += appended ? 1U : 0U;
                if (!appended) {
                    CHECK(appended.error().text().find(fault.named) != std::string_view::npos);
                }
            }
            disk.heal();
            if (!journal) {
                journal = AuditJournal::open(folder.path() / "journal.sqlite");
            }
            REQUIRE(journal.has_value());
            CHECK(require(journal->rows()).size() == written);
            REQUIRE(journal->append({}).has_value());
            const ChainVerdict verdict = require(journal->verify());
            CHECK(verdict.rows == static_cast<std::int64_t>(written) + 1);
            CHECK_FALSE(verdict.first_broken.has_value());
        });
        CHECK(struck > 5);
    }
}
