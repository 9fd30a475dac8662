#include "tests/support/ended_process.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace madoguchi::test {

namespace {

[[noreturn]] void run_as_child(const std::function<void()>& code, int error_output) {
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    ::signal(SIGABRT, SIG_DFL); // Catch2's handler would report a failed test
    ::dup2(error_output, STDERR_FILENO);
    code();
    ::_exit(0);
}

std::string read_all(int input) {
    std::string text;
    std::array<char, 512> buffer{};
    for (ssize_t got = 0; (got = ::read(input, buffer.data(), buffer.size())) > 0;) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

} // namespace

std::optional<std::string> last_words_of(const std::function<void()>& code) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        throw std::runtime_error("no pipe");
    }
    const pid_t child = ::fork();
    if (child == 0) {
        run_as_child(code, ends[1]);
    }
    ::close(ends[1]);
    std::string words = read_all(ends[0]);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT) {
        return std::nullopt;
    }
    return words;
}

} // namespace madoguchi::test
