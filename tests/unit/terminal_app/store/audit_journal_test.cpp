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
         "consents, outcome, failure, chain, liveness, incident FROM receptions WHERE number = 4",
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

TEST_CASE(
    "a journal of a version that knew neither liveness nor incidents goes on, and stays whole") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "journal.sqlite";
    write_rows(path, 2);
    {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        database.exec("ALTER TABLE receptions DROP COLUMN liveness"); // as it was written then
        database.exec("ALTER TABLE receptions DROP COLUMN incident");
    }
    AuditEntry doubted = entry("eligible");
    doubted.liveness = "doubted:border_seen";
    REQUIRE(open(path).append(doubted).has_value());
    const auto rows = open(path).rows();
    REQUIRE(rows->size() == 3);
    CHECK((*rows)[0].liveness.empty());
    CHECK((*rows)[2].liveness == "doubted:border_seen");
    CHECK(verdict_of(path).rows == 3);
    CHECK_FALSE(verdict_of(path).first_broken.has_value());
}
