// A child process with one socket to it. Killed and reaped with the object, whatever happens.
#pragma once

#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi::face {

// Closed with the object.
class Descriptor {
public:
    Descriptor() noexcept = default;
    explicit Descriptor(int number) noexcept : number_(number) {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }

    [[nodiscard]] int number() const noexcept { return number_; }
    [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }

private:
    int number_ = -1;
};

class ChildProcess {
public:
    // The program with an empty environment, no signal blocked, the socket as descriptor 0,
    // /dev/null as 1 and 2, and nothing else open. Started with exec, never with fork alone: this
    // process has many threads, and its memory is not the child's business.
    // The child may ask for its end with the thread that called this.
    // Errors: DecoderUnavailable, with the system's code.
    [[nodiscard]] static Result<ChildProcess> start(const std::filesystem::path& program,
                                                    std::vector<std::string> arguments);

    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ChildProcess(ChildProcess&& other) noexcept
        : id_(std::exchange(other.id_, -1)), handle_(std::move(other.handle_)),
          socket_(std::move(other.socket_)) {}
    ChildProcess& operator=(ChildProcess&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(handle_, other.handle_);
        std::swap(socket_, other.socket_);
        return *this;
    }

    [[nodiscard]] int socket() const noexcept { return socket_.number(); }
    [[nodiscard]] pid_t id() const noexcept { return id_; }

    // Ends it now; its remains are collected with the object.
    void kill() const noexcept;

    // How it ended: what waitid(2) tells in si_code and si_status; nothing while it runs.
    struct End {
        int code = 0;
        int status = 0;
    };
    [[nodiscard]] std::optional<End> end_until(Deadline deadline) const;

private:
    ChildProcess(pid_t id, Descriptor handle, Descriptor socket) noexcept
        : id_(id), handle_(std::move(handle)), socket_(std::move(socket)) {}

    pid_t id_ = -1;
    Descriptor handle_; // becomes readable when the child ends
    Descriptor socket_;
};

} // namespace madoguchi::face
