// Real processes on one list of later confirmations: side by side (reliability S05), and killed in
// the middle (S01).
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <signal.h> // NOLINT(modernize-deprecated-headers): kill is POSIX
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <set>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;

namespace {

using std::chrono_literals::operator""min;

constexpr int patient_busy_timeout_ms = 60'000; // a loaded machine

LaterList open_patiently(const std::filesystem::path& path, const Clock& clock) {
    auto list = LaterList::open(path, clock, {"boot-1", patient_busy_timeout_ms});
    if (!list) {
        ::_exit(2);
    }
    return std::move(*list);
}

pid_t in_process(const std::function<void()>& work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        ::_exit(0);
    }
    return child;
}

int status_of(pid_t child) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

} // namespace

TEST_CASE("programs that share a list ask about each case once") {
    const TemporaryFolder folder;
    const SetClock clock;
    const auto path = folder.path() / "later.sqlite";
    constexpr int cases = 30;
    {
        LaterList list = open_later(path, clock);
        for (int patient = 0; patient < cases; ++patient) {
            require(list.keep(later_question(patient), "F-LINK-TIMEOUT"));
        }
    }
    std::vector<pid_t> children;
    for (int child = 0; child < 3; ++child) {
        children.push_back(in_process([&, child] {
            LaterList list = open_patiently(path, clock);
            std::ofstream asked(folder.path() / ("asked-" + std::to_string(child)));
            for (auto claim = list.claim(1min); claim && *claim; claim = list.claim(1min)) {
                asked << (*claim)->number << std::endl;
                const auto settled = list.settle(**claim, {LaterState::Confirmed, "", true, {}});
                if (!settled || !*settled) {
                    ::_exit(3);
                }
            }
        }));
    }
    for (const pid_t child : children) {
        CHECK(status_of(child) == 0);
    }
    std::multiset<int> asked;
    for (int child = 0; child < 3; ++child) {
        std::ifstream file(folder.path() / ("asked-" + std::to_string(child)));
        for (int number = 0; file >> number;) {
            asked.insert(number);
        }
    }
    CHECK(asked.size() == cases);
    CHECK(std::set<int>(asked.begin(), asked.end()).size() == cases);
}

TEST_CASE("a program killed in the middle loses nothing that it had acknowledged") {
    constexpr int rounds = 20;
    const TemporaryFolder folder;
    const SetClock clock;
    const auto path = folder.path() / "later.sqlite";
    int acknowledged = 0;
    for (int round = 0; round < rounds; ++round) {
        std::array<int, 2> pipe_ends{};
        REQUIRE(::pipe(pipe_ends.data()) == 0);
        const pid_t child = in_process([&] {
            LaterList list = open_patiently(path, clock);
            for (int patient = acknowledged;; ++patient) {
                if (!list.keep(later_question(patient), "F-LINK-TIMEOUT") ||
                    ::write(pipe_ends[1], "k", 1) != 1) {
                    ::_exit(3);
                }
            }
        });
        char kept = 0;
        for (int i = 0; i <= round % 4; ++i) {
            REQUIRE(::read(pipe_ends[0], &kept, 1) == 1);
            ++acknowledged;
        }
        REQUIRE(::kill(child, SIGKILL) == 0);
        CHECK(WIFSIGNALED(status_of(child)));
        ::close(pipe_ends[1]);
        while (::read(pipe_ends[0], &kept, 1) == 1) { // told before the kill came
            ++acknowledged;
        }
        ::close(pipe_ends[0]);
        const LaterList list = open_later(path, clock);
        CHECK(list.moved_aside().empty());
        const auto rows = require(list.rows());
        CHECK(static_cast<int>(rows.size()) >= acknowledged);
        for (const LaterRow& row : rows) {
            CHECK(require(list.question(row.number)) ==
                  later_question(static_cast<int>(row.number) - 1));
        }
        acknowledged = static_cast<int>(rows.size());
    }
}
