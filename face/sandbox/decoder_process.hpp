// One confined picture decoder, good for one picture.
#pragma once

#include "face/image/pixel_decoder.hpp"
#include "face/sandbox/child_process.hpp"
#include "face/sandbox/message_socket.hpp"
#include "face/sandbox/sandbox_limits.hpp"

namespace madoguchi::face {

class DecoderProcess {
public:
    // Starts the program and waits until it says that it is confined.
    // Errors: DecoderUnavailable, with the system's code where there is one.
    [[nodiscard]] static Result<DecoderProcess>
    start(const std::filesystem::path& program, const SandboxLimits& limits, Deadline deadline);

    // Whatever the process does, this ends with a picture of at most the wished size, or an error.
    // Errors: ImageUnreadable, with how the process ended.
    [[nodiscard]] Result<Image> decode(const DecodeRequest& request, Deadline deadline) const;

    [[nodiscard]] bool is_alive() const { return !process_.end_until(Deadline::passed()); }
    void kill() const noexcept { process_.kill(); }
    [[nodiscard]] pid_t id() const noexcept { return process_.id(); }

private:
    explicit DecoderProcess(ChildProcess process) noexcept : process_(std::move(process)) {}

    [[nodiscard]] Result<Image> receive_picture(const DecodeRequest& request,
                                                Deadline deadline) const;
    // What an unfinished transfer means. Contract: it is not Complete.
    [[nodiscard]] Error explain(Transfer transfer) const;

    ChildProcess process_;
};

} // namespace madoguchi::face
