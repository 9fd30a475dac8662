// Decodes each picture in a process of its own (docs/decisions/0010-picture-sandbox.md). Some wait,
// started and confined, so that a picture does not wait for one; each is used once, so that nothing
// of one person's picture meets the next one's.
#pragma once

#include "face/sandbox/decoder_process.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace madoguchi::face {

struct SandboxSettings {
    std::filesystem::path program;
    SandboxLimits limits;
    std::chrono::milliseconds longest_decode{}; // the wait for a process included
    std::size_t kept_ready = 1;                 // processes that wait for a picture
};

// For what passes the guard of decode_jpeg2000 (1,024 x 1,024 in colour: 20 MiB, 0.05 s).
[[nodiscard]] SandboxSettings portrait_sandbox();
// For what decode_picture accepts (8,000 x 8,000: progressive JPEG 370 MiB, PNG 270 MiB and 2 s).
[[nodiscard]] SandboxSettings picture_sandbox();

class SandboxedDecoder final : public PixelDecoder {
public:
    // Begins to start the first processes and does not wait for them. Contract: kept_ready >= 1.
    explicit SandboxedDecoder(SandboxSettings settings);
    ~SandboxedDecoder() override;
    SandboxedDecoder(const SandboxedDecoder&) = delete;
    SandboxedDecoder& operator=(const SandboxedDecoder&) = delete;

    // Errors: as the port's; DecoderUnavailable when no process can be started and confined. There
    // is no way around the sandbox.
    [[nodiscard]] Result<Image> decode(const DecodeRequest& request) override;

private:
    [[nodiscard]] Result<DecoderProcess> take_ready(Deadline deadline);
    void keep_ready();
    void start_one(std::unique_lock<std::mutex>& lock);

    const SandboxSettings settings_;
    std::mutex mutex_;
    std::condition_variable needed_;  // by the keeper
    std::condition_variable changed_; // for those who wait for a process
    std::vector<DecoderProcess> ready_;
    std::vector<DecoderProcess> used_;  // killed, and not yet reaped
    std::optional<Error> last_failure_; // of a start; the next picture tries again
    bool stopping_ = false;
    // Starts every process: they end with the thread that started them, so it is never another.
    std::thread keeper_;
};

} // namespace madoguchi::face
