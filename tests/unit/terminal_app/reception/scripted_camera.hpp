// A camera that shows what a test wants, when it wants.
#pragma once

#include "hal/camera.hpp"

#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace madoguchi::test {

// Outlives the cameras it opens. Callable from any thread.
class ScriptedCamera final : public hal::CameraSource {
public:
    explicit ScriptedCamera(Frame picture) { show(std::move(picture)); }

    void show(Frame picture) {
        std::vector<Frame> pictures;
        pictures.push_back(std::move(picture));
        play(std::move(pictures));
    }
    // One after the other, for ever.
    void play(std::vector<Frame> pictures) {
        const std::scoped_lock lock(mutex_);
        pictures_ = std::move(pictures);
    }
    void plug_in() { set_frames_left(std::nullopt); }
    void unplug() { set_frames_left(0); }
    // The time from one frame to the next by its own clock; nobody waits for it.
    void slow_down(std::chrono::milliseconds interval) {
        const std::scoped_lock lock(mutex_);
        interval_ = interval;
    }
    // Breaks off after so many frames.
    void unplug_after(std::size_t frames) { set_frames_left(frames); }

    [[nodiscard]] Result<std::unique_ptr<hal::Camera>> open(Deadline /*deadline*/) override {
        const std::scoped_lock lock(mutex_);
        if (frames_left_ == std::size_t{0}) {
            return fail(ErrorCode::CameraMissing, "the test has unplugged the camera");
        }
        return std::make_unique<Open>(*this);
    }

private:
    class Open final : public hal::Camera {
    public:
        explicit Open(ScriptedCamera& source) : source_(source) {}
        [[nodiscard]] Result<Frame> next_frame(Deadline /*deadline*/) override {
            std::this_thread::sleep_for(std::chrono::milliseconds(2)); // at most 500 a second
            return source_.next_frame();
        }

    private:
        ScriptedCamera& source_;
    };

    void set_frames_left(std::optional<std::size_t> frames) {
        const std::scoped_lock lock(mutex_);
        frames_left_ = frames;
    }

    [[nodiscard]] Result<Frame> next_frame() {
        const std::scoped_lock lock(mutex_);
        if (frames_left_ == std::size_t{0}) {
            return fail(ErrorCode::CameraLost, "the test has unplugged the camera");
        }
        if (frames_left_) {
            --*frames_left_;
        }
        Frame picture = pictures_[++sequence_ % pictures_.size()];
        picture.sequence = sequence_;
        time_ = std::max(time_ + interval_, std::chrono::steady_clock::now());
        picture.taken_at = time_;
        return picture;
    }

    std::mutex mutex_;
    std::vector<Frame> pictures_;
    std::uint64_t sequence_ = 0;
    std::chrono::milliseconds interval_{0};
    MonotonicTime time_{};
    std::optional<std::size_t> frames_left_; // nothing: no end
};

} // namespace madoguchi::test
