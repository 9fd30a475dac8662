#include "terminal_app/service/frame_watch.hpp"

#include <functional>
#include <string_view>

namespace madoguchi::terminal {

bool is_black(const Frame& frame) noexcept {
    constexpr std::size_t step = 97;  // a sample suffices; prime, so that it meets every column
    constexpr std::size_t black = 16; // mean level of 255; a dim room has twice as much
    std::size_t sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < frame.pixels.size(); i += step, ++count) {
        sum += frame.pixels[i];
    }
    return sum < black * count;
}

void FrameWatch::see(const Frame& frame) {
    const auto sum = std::hash<std::string_view>{}(
        {reinterpret_cast<const char*>(frame.pixels.data()), frame.pixels.size()});
    repeated_ = sum_ == sum;
    sum_ = sum;
    last_ = {frame.sequence, frame.taken_at};
    if (!repeated_) {
        same_since_ = frame.taken_at;
    }
    if (!first_) {
        first_ = last_;
    }
}

std::chrono::nanoseconds FrameWatch::stillness() const noexcept {
    return last_.at - same_since_;
}

bool FrameWatch::is_slow() const noexcept {
    constexpr std::uint64_t enough = 2;
    constexpr std::chrono::milliseconds longest_interval{500};
    const std::uint64_t frames = first_ ? last_.sequence - first_->sequence : 0;
    return frames >= enough && (last_.at - first_->at) / frames > longest_interval;
}

} // namespace madoguchi::terminal
