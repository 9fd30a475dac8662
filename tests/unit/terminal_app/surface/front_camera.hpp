// A document camera whose pictures, pace and faults a test sets. Its time is its own: no test
// waits.
#pragma once

#include "hal/camera.hpp"

#include <vector>

namespace madoguchi::test {

struct FrontCamera final : hal::CameraSource {
    std::vector<Frame> pictures; // shown in turn, for ever
    std::chrono::milliseconds interval{100};
    std::optional<ErrorCode> opening_fails;
    std::optional<ErrorCode> fails_with; // after so many frames:
    std::size_t good_frames = 0;

    [[nodiscard]] Result<std::unique_ptr<hal::Camera>> open(Deadline /*deadline*/) override {
        if (opening_fails) {
            return fail(*opening_fails, "scripted: does not open");
        }
        return std::make_unique<Open>(*this);
    }

private:
    class Open final : public hal::Camera {
    public:
        explicit Open(const FrontCamera& script) : script_(script) {}
        [[nodiscard]] Result<Frame> next_frame(Deadline /*deadline*/) override {
            if (script_.fails_with && shown_ >= script_.good_frames) {
                return fail(*script_.fails_with, "scripted: gives no frame");
            }
            Frame frame = script_.pictures.at(shown_ % script_.pictures.size());
            frame.sequence = ++shown_;
            frame.taken_at = MonotonicTime{} + shown_ * script_.interval;
            return frame;
        }

    private:
        const FrontCamera& script_;
        std::size_t shown_ = 0;
    };
};

} // namespace madoguchi::test
