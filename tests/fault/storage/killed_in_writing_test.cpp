// A terminal killed while it hands over and writes its journal, round after round on the same files
// (reliability S01): what it had acknowledged is there, nothing is there by half.
#include "eligibility/hand_over/hand_over_writer.hpp"
#include "terminal_app/store/audit_journal.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <signal.h> // NOLINT(modernize-deprecated-headers): kill is POSIX
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;

namespace {

eligibility::HandOver one_visit() {
    eligibility::HandOver visit;
    visit.answer.persons.resize(1);
    visit.answer.persons.front().name = "架空花子";
    visit.answer.persons.front().insurance = later_question(1).insurance;
    visit.answer.persons.front().birth_date = later_question(1).birth_date;
    visit.facility_code = "1312345678";
    visit.session_id = "session-1";
    visit.received_at = SetClock().civil_now();
    return visit;
}

// Hands over, writes a row, says so; for ever.
[[noreturn]] void receive_patients(const std::filesystem::path& folder, int acknowledge) {
    auto journal = AuditJournal::open(folder / "journal.sqlite");
    const eligibility::HandOverWriter writer(folder / "hand-over",
                                             {.repertoire = {}, .with_json = true});
    AuditEntry entry;
    entry.way = "pin";
    entry.asked = "oqs";
    entry.record = later_question(1).insurance;
    while (journal) {
        const auto handed_over = writer.write(one_visit());
        if (!handed_over) {
            ::_exit(3);
        }
        entry.shown = joined(handed_over->contents);
        if (!journal->append(entry) || ::write(acknowledge, "r", 1) != 1) {
            ::_exit(4);
        }
    }
    ::_exit(5);
}

// Lets a terminal receive patients, and kills it that long after its first one; how many it had
// acknowledged.
std::size_t run_and_kill(const std::filesystem::path& folder, std::chrono::microseconds after) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        receive_patients(folder, ends[1]);
    }
    ::close(ends[1]);
    char said = 0;
    std::size_t acknowledged = 0;
    REQUIRE(::read(ends[0], &said, 1) == 1);
    ++acknowledged;
    ::usleep(static_cast<useconds_t>(after.count()));
    REQUIRE(::kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    while (::read(ends[0], &said, 1) == 1) {
        ++acknowledged;
    }
    ::close(ends[0]);
    return acknowledged;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// How many files there are of this kind, each whole.
std::size_t whole_files(const std::filesystem::path& folder, const std::string& extension,
                        const std::string& end) {
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == extension) {
            std::string content = content_of(file.path());
            content.erase(content.find_last_not_of("\r\n") + 1);
            INFO(file.path().filename());
            CHECK(content.ends_with(end));
            ++count;
        }
    }
    return count;
}

} // namespace

TEST_CASE("a terminal killed at any moment of its writing loses and halves nothing") {
    constexpr int rounds = 60;
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "hand-over");
    std::mt19937 random(20261120);
    std::uniform_int_distribution<int> moment(0, 20'000);
    std::size_t acknowledged = 0;
    for (int round = 0; round < rounds; ++round) {
        acknowledged += run_and_kill(folder.path(), std::chrono::microseconds(moment(random)));
        const AuditJournal journal = require(AuditJournal::open(folder.path() / "journal.sqlite"));
        const ChainVerdict verdict = require(journal.verify());
        CHECK_FALSE(verdict.first_broken.has_value());
        const auto rows = static_cast<std::size_t>(verdict.rows);
        const std::size_t files = whole_files(folder.path() / "hand-over", ".xml", "</XmlMsg>");
        CHECK(rows >= acknowledged);
        CHECK(files >= rows); // handed over first, then written down
        const auto killed = static_cast<std::size_t>(round) + 1;
        CHECK(files <= acknowledged + killed);
        CHECK(whole_files(folder.path() / "hand-over", ".json", "}") + killed >= files);
    }
    std::cout << "fault hand-over and journal: " << rounds << " kills, " << acknowledged
              << " visits acknowledged\n";
}
