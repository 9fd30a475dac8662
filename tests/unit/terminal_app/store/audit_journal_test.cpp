#include "terminal_app/store/audit_journal.hpp"
#include "tests/support/temporary_folder.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::terminal;

namespace {

AuditEntry entry(const char* outcome) {
    AuditEntry made;
    made.started_at = CivilTime(std::chrono::seconds(1'790'000'000));
    made.duration = std::chrono::milliseconds(4321);
    made.way = "pin";
    made.grade = "card_and_pin";
    made.certificate = Bytes{0x01, 0x23, 0x45, 0x67};
    made.outcome = outcome;
    return made;
}

AuditEntry asked_entry(const char* number) {
    AuditEntry made = entry("eligible");
    made.asked = "oqs";
    made.record = eligibility::InsuranceIdentity{"06139999", "記号12", number, "01"};
    made.shown = "basic,limits";
    return made;
}

AuditJournal open(const std::filesystem::path& path) {
    auto journal = AuditJournal::open(path);
    REQUIRE(journal.has_value());
    return std::move(*journal);
}

void write_rows(const std::filesystem::path& path, int count) {
    AuditJournal journal = open(path);
    for (int i = 0; i < count; ++i) {
        REQUIRE(journal.append(entry("eligible")).has_value());
    }
}

ChainVerdict verdict_of(const std::filesystem::path& path) {
    const auto verdict = open(path).verify();
    REQUIRE(verdict.has_value());
    return *verdict;
}

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("the journal keeps what it is given, in order, across restarts") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "journal.sqlite";
    write_rows(path, 2);
    AuditJournal journal = open(path);
    AuditEntry failed = entry("");
    failed.failure = FailureReason::CardRemoved;
    failed.certificate.reset();
    REQUIRE(journal.append(failed).has_value());

    const auto rows = journal.rows();
    REQUIRE(rows.has_value());
    REQUIRE(rows->size() == 3);
    CHECK((*rows)[0].number == 1);
    CHECK((*rows)[0].started_at == "2026-09-21T14:13:20Z");
    CHECK((*rows)[0].duration_ms == 4321);
    CHECK((*rows)[0].certificate == (*rows)[1].certificate); // the same card is recognisable
    CHECK((*rows)[0].chain != (*rows)[1].chain);
    CHECK((*rows)[2].failure == "F-CARD-REMOVED");
    CHECK((*rows)[2].certificate.empty());
    CHECK(verdict_of(path).rows == 3);
    CHECK_FALSE(verdict_of(path).first_broken.has_value());
}

TEST_CASE("a certificate's serial number is in the journal as a keyed hash only") {
    const test::TemporaryFolder folder;
    write_rows(folder.path() / "one.sqlite", 1);
    write_rows(folder.path() / "two.sqlite", 1);
    const auto one = open(folder.path() / "one.sqlite").rows();
    const auto two = open(folder.path() / "two.sqlite").rows();
    CHECK((*one)[0].certificate.size() == 64);
    CHECK((*one)[0].certificate != (*two)[0].certificate); // another terminal, another key
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        CHECK(content(file.path()).find("\x01\x23\x45\x67") == std::string::npos);
        CHECK(content(file.path()).find("01234567") == std::string::npos);
    }
}

TEST_CASE("the journal's key is readable by its user only") {
    const test::TemporaryFolder folder;
    write_rows(folder.path() / "journal.sqlite", 1);
    const auto permissions =
        std::filesystem::status(folder.path() / "journal.sqlite.key").permissions();
    CHECK(permissions ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("rows of the journal can be neither changed nor deleted by a mere statement") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "journal.sqlite";
    write_rows(path, 1);
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    CHECK_THROWS(database.exec("UPDATE receptions SET outcome = 'invalid'"));
    CHECK_THROWS(database.exec("DELETE FROM receptions"));
}

TEST_CASE("tampering with the journal is noticed at the row where it begins") {
    struct Case {
        const char* what;
        const char* statement;
        std::int64_t first_broken;
    };
    const std::vector<Case> cases{
        {"outcome changed", "UPDATE receptions SET outcome = 'invalid' WHERE number = 2", 2},
        {"way changed", "UPDATE receptions SET way = 'visual' WHERE number = 3", 3},
        {"text moved to the next column",
         "UPDATE receptions SET way = '', grade = way || grade WHERE number = 1", 1},
        {"row removed from the middle", "DELETE FROM receptions WHERE number = 2", 2},
        {"newest row removed", "DELETE FROM receptions WHERE number = 4", 4},
        {"all rows removed", "DELETE FROM receptions", 1},
        {"chain value copied",
         "UPDATE receptions SET chain = (SELECT chain FROM receptions WHERE "
         "number = 1) WHERE number = 2",
         2},
        {"row added",
         "INSERT INTO receptions SELECT 5, started_at, duration_ms, way, grade, certificate, "
         "consents, outcome, failure, chain, liveness, incident, asked, record, shown FROM "
         "receptions WHERE number = 4",
         5},
    };
    for (const Case& tampering : cases) {
        INFO(tampering.what);
        const test::TemporaryFolder folder;
        const auto path = folder.path() / "journal.sqlite";
        write_rows(path, 4);
        {
            SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
            database.exec("DROP TRIGGER no_update; DROP TRIGGER no_delete;");
            database.exec(tampering.statement);
        }
        CHECK(verdict_of(path).first_broken == tampering.first_broken);
    }
}

TEST_CASE("a journal that cannot be opened is an error") {
    const test::TemporaryFolder folder;
    SECTION("the folder is missing") {
        const auto journal = AuditJournal::open(folder.path() / "no" / "journal.sqlite");
        REQUIRE_FALSE(journal.has_value());
        CHECK(journal.error().code() == ErrorCode::StorageFailed);
    }
    SECTION("the file is something else") {
        std::ofstream(folder.path() / "journal.sqlite") << "this is no database at all, I am sure";
        CHECK_FALSE(AuditJournal::open(folder.path() / "journal.sqlite").has_value());
    }
    SECTION("the key file has another size") {
        std::ofstream(folder.path() / "journal.sqlite.key") << "short";
        CHECK_FALSE(AuditJournal::open(folder.path() / "journal.sqlite").has_value());
    }
}

TEST_CASE("the chain covers what the face way saw of a living person") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "journal.sqlite";
    AuditEntry doubted = entry("eligible");
    doubted.liveness = "doubted:border_seen";
    REQUIRE(open(path).append(doubted).has_value());
    CHECK(open(path).rows()->front().liveness == "doubted:border_seen");
    CHECK_FALSE(verdict_of(path).first_broken.has_value());
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec("DROP TRIGGER no_update");
        database.exec("UPDATE receptions SET liveness = ''");
    }
    CHECK(verdict_of(path).first_broken == 1);
}

TEST_CASE("the chain covers the record of a suspected mis-link") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "journal.sqlite";
    AuditEntry suspected = entry("");
    suspected.incident = "M20261120-1f3c7a:name=different,twin";
    REQUIRE(open(path).append(suspected).has_value());
    CHECK(open(path).rows()->front().incident == suspected.incident);
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec("DROP TRIGGER no_update");
        database.exec("UPDATE receptions SET incident = ''");
    }
    CHECK(verdict_of(path).first_broken == 1);
}

TEST_CASE("the chain covers what was asked and shown") {
    for (const char* column : {"asked", "record", "shown"}) {
        INFO(column);
        const test::TemporaryFolder folder;
        const auto path = folder.path() / "journal.sqlite";
        REQUIRE(open(path).append(asked_entry("3456789")).has_value());
        CHECK_FALSE(verdict_of(path).first_broken.has_value());
        {
            SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
            database.exec("DROP TRIGGER no_update");
            database.exec(std::string("UPDATE receptions SET ") + column + " = ''");
        }
        CHECK(verdict_of(path).first_broken == 1);
    }
}

TEST_CASE("an insurance record is found by its numbers, of which the file holds nothing") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "journal.sqlite";
    AuditJournal journal = open(path);
    REQUIRE(journal.append(asked_entry("3456789")).has_value());
    REQUIRE(journal.append(entry("eligible")).has_value());
    REQUIRE(journal.append(asked_entry("3456780")).has_value());
    AuditSearch wanted{entry("").started_at, entry("").started_at + std::chrono::seconds(1)};
    const auto numbers_of = [&] {
        std::vector<std::int64_t> numbers;
        const auto found =
            journal.search(wanted, [&](const AuditRow& row) { numbers.push_back(row.number); });
        REQUIRE(found.has_value());
        CHECK(*found == numbers.size());
        return numbers;
    };
    CHECK(numbers_of() == std::vector<std::int64_t>{1, 2, 3});
    wanted.record = asked_entry("3456789").record;
    CHECK(numbers_of() == std::vector<std::int64_t>{1});
    wanted.certificate = Bytes{0x09};
    CHECK(numbers_of().empty());
    wanted = {wanted.from - std::chrono::hours(1), wanted.from};
    CHECK(numbers_of().empty());
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        CHECK(content(file.path()).find("345678") == std::string::npos);
        CHECK(content(file.path()).find("06139999") == std::string::npos);
    }
}

TEST_CASE("two programs write into one journal, and its chain stays whole") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "journal.sqlite";
    AuditJournal one = open(path);
    AuditJournal other = open(path);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(one.append(entry("eligible")).has_value());
        REQUIRE(other.append(asked_entry("3456789")).has_value());
    }
    CHECK(verdict_of(path).rows == 6);
    CHECK_FALSE(verdict_of(path).first_broken.has_value());
}

TEST_CASE("a journal of a version that knew less of a reception goes on, and stays whole") {
    const std::vector<std::vector<const char*>> missing{
        {"asked", "record", "shown"}, {"liveness", "incident", "asked", "record", "shown"}};
    for (const auto& columns : missing) {
        const test::TemporaryFolder folder;
        const auto path = folder.path() / "journal.sqlite";
        write_rows(path, 2);
        {
            SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
            for (const char* column : columns) { // as it was written then
                database.exec(std::string("ALTER TABLE receptions DROP COLUMN ") + column);
            }
        }
        AuditEntry full = asked_entry("3456789");
        full.liveness = "doubted:border_seen";
        REQUIRE(open(path).append(full).has_value());
        const auto rows = open(path).rows();
        REQUIRE(rows->size() == 3);
        CHECK((*rows)[0].shown.empty());
        CHECK((*rows)[2].liveness == full.liveness);
        CHECK((*rows)[2].shown == full.shown);
        CHECK(verdict_of(path).rows == 3);
        CHECK_FALSE(verdict_of(path).first_broken.has_value());
    }
}
