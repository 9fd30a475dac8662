// What frames tell of their camera, whatever they show.
#pragma once

#include "hal/base/frame.hpp"

#include <chrono>
#include <optional>

namespace madoguchi::terminal {

// A lens cap, a lamp that is off: nothing could be made out.
[[nodiscard]] bool is_black(const Frame& frame) noexcept;

// The frames of one camera in the order in which they come.
class FrameWatch {
public:
    void see(const Frame& frame);

    // The same bytes as the frame before: no new look at anything.
    [[nodiscard]] bool is_repeated() const noexcept { return repeated_; }
    // How long the picture has been the same.
    [[nodiscard]] std::chrono::nanoseconds stillness() const noexcept;
    // Fewer than two frames a second, over three frames at least. Frames that nobody fetched count.
    [[nodiscard]] bool is_slow() const noexcept;

private:
    struct Seen {
        std::uint64_t sequence = 0;
        MonotonicTime at{};
    };

    std::optional<std::size_t> sum_;
    bool repeated_ = false;
    std::optional<Seen> first_;
    Seen last_;
    MonotonicTime same_since_{};
};

} // namespace madoguchi::terminal
