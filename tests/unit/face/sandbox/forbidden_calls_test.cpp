// The confinement itself: a program that links the same library as the picture decoder tries what a
// hijacked decoder would.
#include "face/sandbox/child_process.hpp"

#include <catch2/catch.hpp>
#include <sys/socket.h>
#include <sys/wait.h>

using namespace madoguchi;
using std::chrono_literals::operator""s;

namespace {

face::ChildProcess::End end_of(const std::string& deed) {
    const auto child = face::ChildProcess::start(MADOGUCHI_FORBIDDEN_CALLS, {deed});
    REQUIRE(child.has_value());
    ::send(child->socket(), "r", 1, MSG_NOSIGNAL);
    const auto end = child->end_until(Deadline::after(20s));
    REQUIRE(end.has_value());
    return *end;
}

} // namespace

TEST_CASE("what decoding needs goes on inside the sandbox") {
    const auto end = end_of("permitted");
    CHECK(end.code == CLD_EXITED);
    CHECK(end.status == 0);
}

TEST_CASE("the kernel kills a confined process at the first call outside of its list") {
    const auto deed = GENERATE(
        as<std::string>{}, "open", "openat", "creat", "unlink", "stat", "readlink", "socket",
        "unix_socket", "connect", "recvmsg", "execve", "fork", "ptrace", "process_vm_readv", "kill",
        "getpid", "setrlimit", "prctl", "dup", "io_uring", "write_elsewhere", "read_elsewhere",
        "executable_memory", "map_file", "make_executable", "other_architecture");
    const auto end = end_of(deed);
    INFO(deed);
    CHECK(end.code == CLD_KILLED); // and no core dump
    CHECK(end.status == SIGSYS);
}

TEST_CASE("memory beyond the limit is refused, and processor time beyond it ends the process") {
    constexpr int status_no_memory = 3;
    const auto greedy = end_of("memory");
    CHECK(greedy.code == CLD_EXITED);
    CHECK(greedy.status == status_no_memory);
    const auto endless = end_of("processor");
    CHECK(endless.code == CLD_KILLED);
    CHECK(endless.status == SIGXCPU);
}
