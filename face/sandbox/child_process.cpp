#include "face/sandbox/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
extern "C" { // glibc 2.36 forgets to say so
#include <sys/pidfd.h>
}

#include <array>
#include <cerrno>
#include <csignal>

namespace madoguchi::face {

namespace {

tl::unexpected<Error> unavailable(StaticText text, int system_code) {
    return fail(Error(ErrorCode::DecoderUnavailable, text).with_system_code(system_code));
}

class SpawnActions {
public:
    explicit SpawnActions(int socket) {
        constexpr const char* nothing = "/dev/null";
        ::posix_spawn_file_actions_init(&actions_);
        result_ = ::posix_spawn_file_actions_adddup2(&actions_, socket, STDIN_FILENO);
        for (const int output : {STDOUT_FILENO, STDERR_FILENO}) {
            if (result_ == 0) {
                result_ =
                    ::posix_spawn_file_actions_addopen(&actions_, output, nothing, O_WRONLY, 0);
            }
        }
        if (result_ == 0) {
            result_ = ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
        }
    }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;

    [[nodiscard]] int result() const noexcept { return result_; }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const noexcept { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
    int result_ = 0;
};

// A session of its own: no terminal, no signal meant for the parent's group.
class SpawnAttributes {
public:
    SpawnAttributes() {
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                                     POSIX_SPAWN_SETSID);
    }
    ~SpawnAttributes() { ::posix_spawnattr_destroy(&attributes_); }
    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;

    [[nodiscard]] const posix_spawnattr_t* get() const noexcept { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

Result<pid_t> spawn(const std::string& program, std::vector<std::string>& arguments, int socket) {
    std::vector<char*> argument_list;
    for (std::string& argument : arguments) {
        argument_list.push_back(argument.data());
    }
    argument_list.push_back(nullptr);
    std::array<char*, 1> no_environment{nullptr};
    const SpawnActions actions(socket);
    const SpawnAttributes attributes;
    pid_t id = -1;
    int result = actions.result();
    if (result == 0) {
        result = ::posix_spawn(&id, program.c_str(), actions.get(), attributes.get(),
                               argument_list.data(), no_environment.data());
    }
    if (result != 0) {
        return unavailable("the picture decoder cannot be started; install it anew "
                           "(madoguchi-picture-decoder)",
                           result);
    }
    return id;
}

void kill_and_reap(pid_t id) {
    ::kill(id, SIGKILL);
    while (::waitpid(id, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) {
        ::close(number_);
    }
}

Result<ChildProcess> ChildProcess::start(const std::filesystem::path& program,
                                         std::vector<std::string> arguments) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return unavailable("no socket to the picture decoder can be made", errno);
    }
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    const std::string path = program.string();
    arguments.insert(arguments.begin(), path);
    const pid_t id = MADOGUCHI_TRY(spawn(path, arguments, theirs.number()));
    Descriptor handle(::pidfd_open(id, 0));
    if (!handle.is_open()) {
        const int reason = errno;
        kill_and_reap(id);
        return unavailable("the picture decoder cannot be watched", reason);
    }
    return ChildProcess(id, std::move(handle), std::move(ours));
}

ChildProcess::~ChildProcess() {
    if (id_ > 0) {
        kill_and_reap(id_);
    }
}

void ChildProcess::kill() const noexcept {
    if (id_ > 0) {
        ::kill(id_, SIGKILL); // not reaped yet, so that the number is still its own
    }
}

std::optional<ChildProcess::End> ChildProcess::end_until(Deadline deadline) const {
    pollfd waiting{handle_.number(), POLLIN, 0};
    while (::poll(&waiting, 1, static_cast<int>(deadline.remaining().count())) < 0 &&
           errno == EINTR) {
    }
    siginfo_t told{};
    const auto id = static_cast<id_t>(id_);
    if (::waitid(P_PID, id, &told, WEXITED | WNOHANG | WNOWAIT) != 0 || told.si_pid != id_) {
        return std::nullopt;
    }
    return End{told.si_code, told.si_status};
}

} // namespace madoguchi::face
