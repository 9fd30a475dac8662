#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/store/audit_journal.hpp"
#include "tests/support/cards/simulated_card.hpp"
#include "tests/unit/terminal_app/cli/redirected.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;

namespace {

constexpr const char* asked_record =
    R"json({"insurer_number":"06139999","symbol":"記号12","number":"3456789","branch":"01"})json";

// 2026-11-20 10:00 in Japan, and so many hours later.
CivilTime at_hour(int hours) {
    return CivilTime(std::chrono::sys_days(test::today)) + std::chrono::hours(1 + hours);
}

struct Journal {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "journal.sqlite";
    sim::InProcessReader reader;

    void append(const AuditEntry& entry) {
        auto journal = AuditJournal::open(path);
        REQUIRE(journal.has_value());
        REQUIRE(journal->append(entry).has_value());
    }

    Said run(std::vector<std::string> more, const std::string& typed = {}) {
        std::vector<std::string> arguments{"journal", "show", "--database", path.string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        std::reverse(arguments.begin(), arguments.end()); // as CLI11 takes them
        return said_by(typed, [&] {
            CLI::App program;
            cli::add_journal_command(
                program, [this](const auto& command) { return command(cli::CardBench{reader}); });
            try {
                program.parse(arguments);
            } catch (const CLI::RuntimeError& answer) {
                return answer.get_exit_code();
            } catch (const CLI::ParseError& /*wrong*/) {
                return cli::exit_wrong_usage;
            }
            return cli::exit_yes;
        });
    }
};

AuditEntry entry(int hour, const char* symbol = "記号１２") {
    AuditEntry made;
    made.started_at = at_hour(hour);
    made.way = "visual";
    made.grade = "card_and_staff";
    made.consents = "medication,checkup";
    made.outcome = "eligible";
    made.asked = "oqs";
    made.record = eligibility::InsuranceIdentity{"06139999", symbol, "3456789", "01"};
    made.shown = "basic,medical-consents";
    return made;
}

std::size_t found_in(const Said& said) {
    CHECK(said.status == cli::exit_yes);
    return nlohmann::json::parse(said.output)["found"].get<std::size_t>();
}

Bytes serial_number_on(hal::CardReaderDirectory& readers) {
    const Deadline deadline = Deadline::after(std::chrono::seconds(20));
    const auto access = cli::CardAccess::open(readers, {}, deadline);
    REQUIRE(access.has_value());
    auto application = (*access)->card().select_jpki(deadline);
    REQUIRE(application.has_value());
    const auto certificate = application->read_user_authentication_certificate(deadline);
    REQUIRE(certificate.has_value());
    return to_bytes(as_bytes(certificate->serial_number()));
}

} // namespace

TEST_CASE("what was asked and shown for a record between two moments is listed") {
    Journal journal;
    journal.append(entry(0));
    journal.append(entry(1, "記号99"));
    journal.append(entry(2));
    const std::vector<std::string> day{"--from", "2026-11-20", "--to", "2026-11-20", "--json"};
    CHECK(found_in(journal.run(day)) == 3);
    auto of_record = day;
    of_record.insert(of_record.end(), {"--record", "-"});
    const Said said = journal.run(of_record, asked_record);
    REQUIRE(found_in(said) == 2);
    const auto report = nlohmann::json::parse(said.output);
    CHECK(report["first_broken"].is_null());
    CHECK(report["rows"] == 3);
    const auto& first = report["receptions"].at(0);
    CHECK(first["started_at"] == "2026-11-20T01:00:00Z");
    CHECK(first["asked"] == "oqs");
    CHECK(first["shown"] == nlohmann::json({"basic", "medical-consents"}));
    CHECK(first["consents"] == nlohmann::json({"medication", "checkup"}));
    CHECK(first["outcome"] == "eligible");
    CHECK(said.output.find("3456789") == std::string::npos);
}

TEST_CASE("the two moments are days or minutes in Japan; the last minute is not in it") {
    Journal journal;
    journal.append(entry(0));  // 10:00
    journal.append(entry(14)); // midnight
    struct Case {
        const char* from;
        const char* to;
        std::size_t found;
    };
    for (const Case& one :
         {Case{"2026-11-20", "2026-11-20", 1}, Case{"2026-11-20", "2026-11-21", 2},
          Case{"2026-11-20T10:00", "2026-11-20T10:01", 1},
          Case{"2026-11-20T10:01", "2026-11-21T00:00", 0},
          Case{"2026-11-21T00:00", "2026-11-21", 1}}) {
        INFO(one.from << " " << one.to);
        CHECK(found_in(journal.run({"--from", one.from, "--to", one.to, "--json"})) == one.found);
    }
    const Said table = journal.run({"--from", "2026-11-20", "--to", "2026-11-21"});
    CHECK(table.output.find("2026-11-20 10:00:00") != std::string::npos);
    CHECK(table.output.find("2026-11-21 00:00:00") != std::string::npos);
    for (const char* wrong : {"20261120", "2026-11-31", "2026-11-20 10:00", "yesterday"}) {
        INFO(wrong);
        CHECK(journal.run({"--from", wrong, "--to", "2026-11-20"}).status == cli::exit_failed);
    }
}

TEST_CASE("receptions of the card on the reader are listed without any number of it") {
    Journal journal;
    journal.reader.insert(card_of("p02"));
    AuditEntry of_card = entry(0);
    of_card.certificate = serial_number_on(journal.reader);
    journal.append(of_card);
    journal.append(entry(1));
    const std::vector<std::string> of_this{"--from",     "2026-11-20", "--to",
                                           "2026-11-20", "--card",     "--json"};
    CHECK(found_in(journal.run(of_this)) == 1);
    journal.reader.insert(card_of("p03"));
    CHECK(found_in(journal.run(of_this)) == 0);
}

TEST_CASE("more rows than wanted are counted, not shown") {
    Journal journal;
    for (int hour = 0; hour < 3; ++hour) {
        journal.append(entry(hour));
    }
    const Said said = journal.run({"--from", "2026-11-20", "--to", "2026-11-20", "--most", "1"});
    CHECK(said.output.find("chain: whole, 3 rows\n") == 0);
    CHECK(said.output.find("\n1 of 3 rows shown\n") != std::string::npos);
}

TEST_CASE("a broken chain is said first, and the status says so, too") {
    Journal journal;
    journal.append(entry(0));
    journal.append(entry(1));
    {
        SQLite::Database database(journal.path.string(), SQLite::OPEN_READWRITE);
        database.exec("DROP TRIGGER no_update");
        database.exec("UPDATE receptions SET shown = '' WHERE number = 2");
    }
    const Said said = journal.run({"--from", "2026-11-20", "--to", "2026-11-20"});
    CHECK(said.status == cli::exit_no);
    CHECK(said.output.find("chain: BROKEN at row 2\n") == 0);
    CHECK(said.errors.find("row 2") != std::string::npos);
}

TEST_CASE("what cannot be asked is refused, and nothing is made") {
    Journal journal;
    const std::vector<std::string> day{"--from", "2026-11-20", "--to", "2026-11-20"};
    CHECK(journal.run(day).status == cli::exit_failed);
    CHECK_FALSE(std::filesystem::exists(journal.path));
    CHECK_FALSE(std::filesystem::exists(journal.path.string() + ".key"));
    journal.append(entry(0));
    auto of_record = day;
    of_record.insert(of_record.end(), {"--record", "-"});
    for (const char* wrong : {"", "[]", "{}", R"json({"insurer_number":"06139999"})json",
                              R"json({"insurer_number":"06139999","number":"1","name":"x"})json"}) {
        INFO(wrong);
        CHECK(journal.run(of_record, wrong).status == cli::exit_failed);
    }
    auto of_card = day;
    of_card.emplace_back("--card");
    CHECK(journal.run(of_card).status == cli::exit_failed); // no card lies there
    CHECK(journal.run({"--from", "2026-11-20"}).status == cli::exit_wrong_usage);
}
