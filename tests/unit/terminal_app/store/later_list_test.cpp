#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using std::chrono_literals::operator""min;
using std::chrono_literals::operator""h;
using std::chrono_literals::operator""s;

namespace {

struct Desk {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "later.sqlite";
    SetClock clock;
    LaterList list = open_later(path, clock);

    std::int64_t keep(int patient) {
        return require(list.keep(later_question(patient), "F-LINK-TIMEOUT"));
    }
    LaterClaim claim() {
        auto claimed = require(list.claim(1min));
        REQUIRE(claimed.has_value());
        return std::move(*claimed);
    }
    bool nothing_to_ask() { return !require(list.claim(1min)).has_value(); }
    LaterRow only_row() {
        const auto rows = require(list.rows());
        REQUIRE(rows.size() == 1);
        return rows.front();
    }
};

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("a kept question comes back whole, also after a restart") {
    Desk desk;
    CHECK(desk.keep(1) == 1);
    LaterList again = open_later(desk.path, desk.clock);
    CHECK(require(again.question(1)) == later_question(1));
    const LaterRow row = require(again.rows()).front();
    CHECK(row.state == LaterState::Waiting);
    CHECK(row.reason == "F-LINK-TIMEOUT");
    CHECK(row.asks == 0);
    CHECK(row.created_at == desk.clock.civil);
    CHECK_FALSE(row.asked_at.has_value());
}

TEST_CASE("the same visit twice is one row; another day or another patient is another one") {
    Desk desk;
    const auto first = desk.keep(1);
    CHECK(desk.keep(1) == first);
    CHECK(desk.keep(2) != first);
    LaterQuestion next_day = later_question(1);
    next_day.visit_day = std::chrono::sys_days(next_day.visit_day) + std::chrono::days(1);
    CHECK(require(desk.list.keep(next_day, "F-LINK-TIMEOUT")) != first);
    CHECK(require(desk.list.rows()).size() == 3);
}

TEST_CASE("the files of the list hold nothing of the patient, and belong to this user alone") {
    Desk desk;
    desk.keep(1);
    for (const auto& file : std::filesystem::directory_iterator(desk.folder.path())) {
        INFO(file.path().filename().string());
        const std::string bytes = content(file.path());
        for (const char* trace : {"架空花子", "カクウ", "3456789", "06139999", "K1001", "19700401",
                                  "1970-04-01", "架空区"}) {
            CHECK(bytes.find(trace) == std::string::npos);
        }
        CHECK((file.status().permissions() &
               (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
              std::filesystem::perms::none);
    }
}

TEST_CASE("one claimant at a time: a claimed row is nobody else's until the lease is over") {
    Desk desk;
    desk.keep(1);
    LaterList other = open_later(desk.path, desk.clock);
    const LaterClaim claim = desk.claim();
    CHECK_FALSE(require(other.claim(1min)).has_value());

    desk.clock.pass(61s);
    const auto taken_over = require(other.claim(1min));
    REQUIRE(taken_over.has_value());
    CHECK(taken_over->number == claim.number);
    // Who comes late says nothing any more.
    CHECK_FALSE(require(desk.list.settle(claim, {LaterState::Confirmed, "eligible", true, {}})));
    CHECK(require(other.settle(*taken_over, {LaterState::NeedsStaff, "none", true, {}})));
    CHECK(desk.only_row().state == LaterState::NeedsStaff);
}

TEST_CASE("no change of the date moves a lease, and a start of the machine ends it") {
    Desk desk;
    desk.keep(1);
    static_cast<void>(desk.claim());
    for (const auto jump :
         {std::chrono::hours(24 * 365 * 24), -std::chrono::hours(24 * 365 * 48)}) {
        desk.clock.civil += jump;
        CHECK(desk.nothing_to_ask());
    }
    LaterList after_a_start = open_later(desk.path, desk.clock, "boot-2");
    CHECK(require(after_a_start.claim(1min)).has_value());
}

TEST_CASE("an open row rests before it is asked about again, and others have their turn") {
    Desk desk;
    desk.keep(1);
    desk.keep(2);
    const LaterClaim first = desk.claim();
    CHECK(require(desk.list.settle(first, {LaterState::Asked, "F-LINK-TIMEOUT", true, 10min})));
    const LaterClaim second = desk.claim();
    CHECK(second.number != first.number);
    CHECK(require(desk.list.settle(second, {LaterState::Waiting, "F-LINK-FOLDER", false, 0min})));
    CHECK(desk.claim().number == second.number); // never asked: before the other one
    desk.clock.pass(11min);
    const auto rows = require(desk.list.rows());
    CHECK(rows[0].asks == 1);
    CHECK(rows[0].asked_at.has_value());
    CHECK(rows[1].asks == 0);
    CHECK_FALSE(rows[1].asked_at.has_value());
}

TEST_CASE("what settles a row, and what is left of it") {
    struct Case {
        LaterState state;
        bool keeps_question;
        LaterCounts counts;
    };
    const std::vector<Case> cases{
        {LaterState::Asked, true, {1, 0}},   {LaterState::Confirmed, false, {0, 0}},
        {LaterState::Differs, true, {0, 1}}, {LaterState::NeedsStaff, true, {0, 1}},
        {LaterState::GivenUp, true, {0, 0}},
    };
    for (const Case& one : cases) {
        INFO(name_of(one.state));
        Desk desk;
        desk.keep(1);
        CHECK(require(desk.list.settle(desk.claim(), {one.state, "reason", true, {}})));
        CHECK(desk.only_row().state == one.state);
        CHECK(desk.only_row().settled_at.has_value() == !is_open(one.state));
        CHECK(require(desk.list.question(1)).has_value() == one.keeps_question);
        CHECK(require(desk.list.counts()) == one.counts);
        CHECK(desk.nothing_to_ask() == !is_open(one.state));
    }
}

TEST_CASE("staff have a row asked about again, or close it") {
    Desk desk;
    desk.keep(1);
    CHECK(require(desk.list.settle(desk.claim(), {LaterState::NeedsStaff, "none", true, {}})));
    CHECK(require(desk.list.retry(1)));
    CHECK(desk.only_row().state == LaterState::Waiting);
    CHECK(desk.only_row().asks == 0);
    const LaterClaim claim = desk.claim();
    CHECK(require(desk.list.close(1, LaterState::GivenUp)));
    CHECK_FALSE(require(desk.list.settle(claim, {LaterState::Confirmed, "eligible", true, {}})));
    CHECK(desk.only_row().reason == "closed-by-staff");
    CHECK_FALSE(require(desk.list.close(1, LaterState::Confirmed))); // closed is closed
    CHECK(require(desk.list.retry(1)));                              // unless it is asked anew
    CHECK(require(desk.list.close(1, LaterState::Confirmed)));
    CHECK_FALSE(require(desk.list.retry(1))); // the question is gone
    CHECK_FALSE(require(desk.list.retry(7)));
    CHECK_FALSE(require(desk.list.close(7, LaterState::GivenUp)));
}

TEST_CASE("old rows are given up, closed ones leave the file after a while") {
    Desk desk;
    desk.keep(1);
    desk.clock.pass(48h);
    desk.keep(2);
    CHECK(require(desk.list.give_up_older_than(desk.clock.civil - 24h)) == 1);
    CHECK(require(desk.list.rows())[0].reason == "too-old");
    CHECK(require(desk.list.wipe_closed_before(desk.clock.civil)) == 0);
    CHECK(require(desk.list.wipe_closed_before(desk.clock.civil + 1s)) == 1);
    CHECK(desk.only_row().number == 2);
    desk.keep(3);
    CHECK(require(desk.list.rows()).back().number == 3); // numbers are not given twice
}

TEST_CASE("a row whose content was exchanged for another's goes to staff") {
    Desk desk;
    desk.keep(1);
    desk.keep(2);
    {
        SQLite::Database database(desk.path.string(), SQLite::OPEN_READWRITE, 1000);
        database.exec("UPDATE later SET sealed = (SELECT sealed FROM later WHERE number = 2) "
                      "WHERE number = 1");
    }
    CHECK(desk.claim().number == 2);
    CHECK(require(desk.list.rows())[0].reason == "content-unreadable");
    CHECK_FALSE(desk.list.question(1).has_value());
}
