// forbidden_calls NAME: confines itself like the picture decoder, then does what NAME says. How
// that ends is judged by forbidden_calls_test.cpp; the statuses it knows are below.
#include "face/sandbox/confinement.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <new>
#include <string_view>
#include <vector>

namespace {

using madoguchi::face::sandbox_descriptor;

constexpr int status_went_on = 0; // the call came back
constexpr int status_not_confined = 1;
constexpr int status_unknown = 2;
constexpr int status_no_memory = 3;
constexpr std::size_t mebibyte = 1U << 20U;

// What decoding does, and must go on doing.
void permitted_work() {
    std::vector<std::uint8_t> small(100, 1);
    std::vector<std::uint8_t> large(8 * mebibyte, 1);
    large.resize(16 * mebibyte); // mremap
    try {
        throw std::bad_alloc();
    } catch (const std::bad_alloc&) {
        small.clear();
    }
    char byte = 'w';
    static_cast<void>(::write(sandbox_descriptor, &byte, 1));
    static_cast<void>(::read(sandbox_descriptor, &byte, 1));
}

[[noreturn]] void run_for_ever() {
    for (;;) {
        asm volatile(""); // a loop that does nothing may be left out
    }
}

void take_much_memory() {
    std::vector<std::uint8_t> much(512 * mebibyte, 1);
}

void map(int protection, int flags, int descriptor) {
    static_cast<void>(::mmap(nullptr, 4096, protection, flags, descriptor, 0));
}

struct Deed {
    std::string_view name;
    std::function<void()> perform;
};

const std::vector<Deed>& deeds() {
    static char program[] = "/bin/true";
    static char* arguments[] = {program, nullptr};
    static const std::vector<Deed> all{
        {"permitted", permitted_work},
        {"memory", take_much_memory},
        {"processor", run_for_ever},
        {"open", [] { ::syscall(SYS_open, "/etc/passwd", O_RDONLY); }},
        {"openat", [] { ::open("/etc/passwd", O_RDONLY | O_CLOEXEC); }},
        {"creat", [] { ::open("/tmp/madoguchi-forbidden", O_CREAT | O_CLOEXEC, 0600); }},
        {"unlink", [] { ::unlink("/tmp/madoguchi-forbidden"); }},
        {"stat", [] { ::access("/etc/passwd", R_OK); }},
        {"readlink",
         [] {
             char name[8];
             static_cast<void>(::readlink("/proc/self/exe", name, 8));
         }},
        {"socket", [] { ::socket(AF_INET, SOCK_STREAM, 0); }},
        {"unix_socket", [] { ::socket(AF_UNIX, SOCK_STREAM, 0); }},
        {"connect", [] { ::connect(sandbox_descriptor, nullptr, 0); }},
        {"recvmsg",
         [] {
             msghdr message{};
             ::recvmsg(sandbox_descriptor, &message, 0);
         }},
        {"execve", [] { ::execve(program, arguments, nullptr); }},
        {"fork", [] { static_cast<void>(::fork()); }},
        {"ptrace", [] { ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr); }},
        {"process_vm_readv", [] { ::syscall(SYS_process_vm_readv, 1, nullptr, 0, nullptr, 0, 0); }},
        {"kill", [] { ::syscall(SYS_kill, 1, 0); }},
        {"getpid", [] { ::syscall(SYS_getpid); }},
        {"setrlimit",
         [] {
             const rlimit more{100, 100};
             ::setrlimit(RLIMIT_NOFILE, &more);
         }},
        {"prctl", [] { ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }},
        {"dup", [] { static_cast<void>(::dup(sandbox_descriptor)); }},
        {"io_uring", [] { ::syscall(SYS_io_uring_setup, 1, nullptr); }},
        {"write_elsewhere", [] { static_cast<void>(::write(STDERR_FILENO, "x", 1)); }},
        {"read_elsewhere",
         [] {
             char byte = 0;
             static_cast<void>(::read(STDERR_FILENO, &byte, 1));
         }},
        {"executable_memory", [] { map(PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1); }},
        {"map_file", [] { map(PROT_READ, MAP_PRIVATE, sandbox_descriptor); }},
        {"make_executable", [] { ::mprotect(arguments, 1, PROT_READ | PROT_EXEC); }},
#ifdef __x86_64__
        // The 32-bit calls of the same kernel: getpid is number 20 there.
        {"other_architecture",
         [] {
             long result = 20;
             asm volatile("int $0x80" : "+a"(result) : : "memory");
         }},
#endif
    };
    return all;
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view name = argc == 2 ? argv[1] : "";
    for (const Deed& deed : deeds()) {
        if (deed.name == name) {
            if (!madoguchi::face::confine_this_process({256, 1})) {
                return status_not_confined;
            }
            try {
                deed.perform();
            } catch (const std::bad_alloc&) {
                ::_exit(status_no_memory);
            }
            ::_exit(status_went_on);
        }
    }
    return status_unknown;
}
