#include "drivers/camera/newest_frame_camera.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace madoguchi::drivers {

namespace {

// Notices a device that keeps giving the same bytes.
class StillnessWatch {
public:
    explicit StillnessWatch(std::chrono::milliseconds longest) : longest_(longest) {}

    void see(const Frame& frame) {
        const auto sum = std::hash<std::string_view>{}(
            {reinterpret_cast<const char*>(frame.pixels.data()), frame.pixels.size()});
        repeated_ = last_sum_ == sum;
        last_sum_ = sum;
        now_ = frame.taken_at;
        since_ = repeated_ ? since_ : now_;
    }
    [[nodiscard]] bool is_repeated() const { return repeated_; }
    [[nodiscard]] bool is_too_long() const { return now_ - since_ > longest_; }

private:
    bool repeated_ = false;
    MonotonicTime now_{};
    std::chrono::milliseconds longest_;
    std::optional<std::size_t> last_sum_;
    MonotonicTime since_{};
};

// What the reading thread and the camera share.
class Mailbox {
public:
    void opened() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }

    void put(Frame&& frame) {
        const std::lock_guard lock(mutex_);
        newest_ = std::move(frame);
        changed_.notify_all();
    }

    void end(const Error& why) {
        const std::lock_guard lock(mutex_);
        ended_ = why;
        changed_.notify_all();
    }

    Result<void> wait_until_open(Deadline deadline) {
        std::unique_lock lock(mutex_);
        changed_.wait_until(lock, deadline.moment(), [&] { return open_ || ended_; });
        if (open_) {
            return {};
        }
        return ended_ ? fail(*ended_)
                      : fail(ErrorCode::DeadlineExceeded, "camera does not open in time");
    }

    // A frame is given once. What came before the end is not given after it.
    Result<Frame> take(Deadline deadline) {
        std::unique_lock lock(mutex_);
        changed_.wait_until(lock, deadline.moment(), [&] { return newest_ || ended_; });
        if (ended_) {
            return fail(*ended_);
        }
        if (!newest_) {
            return fail(ErrorCode::DeadlineExceeded, "camera gives no picture in time");
        }
        Frame frame = std::move(*newest_);
        newest_.reset();
        return frame;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
    std::optional<Frame> newest_;
    std::optional<Error> ended_;
};

Error read_until_it_ends(const std::stop_token& stop, FrameSupply& supply, Mailbox& mailbox,
                         std::chrono::milliseconds longest_stillness) {
    StillnessWatch stillness(longest_stillness);
    std::uint64_t sequence = 0;
    while (!stop.stop_requested()) {
        Result<Frame> frame = supply.read();
        if (!frame) {
            return frame.error();
        }
        frame->taken_at = std::chrono::steady_clock::now();
        if (supply.stillness_is_failure()) {
            stillness.see(*frame);
        }
        if (stillness.is_too_long()) {
            return Error(ErrorCode::CameraLost, "camera gives the same picture for ever");
        }
        sequence += stillness.is_repeated() ? 0U : 1U; // nobody takes it for a second look
        frame->sequence = sequence;
        mailbox.put(std::move(*frame));
    }
    return Error(ErrorCode::Cancelled, "camera was closed");
}

class NewestFrameCamera final : public hal::Camera {
public:
    NewestFrameCamera(OpenFrameSupply open, std::chrono::milliseconds longest_stillness)
        : reader_([this, open = std::move(open), longest_stillness](const std::stop_token& stop) {
              auto supply = open();
              if (!supply) {
                  mailbox_.end(supply.error());
                  return;
              }
              mailbox_.opened();
              mailbox_.end(read_until_it_ends(stop, **supply, mailbox_, longest_stillness));
          }) {}

    Result<void> wait_until_open(Deadline deadline) { return mailbox_.wait_until_open(deadline); }

    Result<Frame> next_frame(Deadline deadline) override { return mailbox_.take(deadline); }

private:
    Mailbox mailbox_;
    std::jthread reader_; // last, so that it ends before what it uses
};

} // namespace

Result<std::unique_ptr<hal::Camera>>
open_newest_frame_camera(OpenFrameSupply open, Deadline deadline,
                         std::chrono::milliseconds longest_stillness) {
    auto camera = std::make_unique<NewestFrameCamera>(std::move(open), longest_stillness);
    MADOGUCHI_TRY(camera->wait_until_open(deadline));
    return camera;
}

} // namespace madoguchi::drivers
