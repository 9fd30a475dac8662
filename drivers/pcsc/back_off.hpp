// How long to wait before the next attempt at something that keeps failing.
#pragma once

#include <algorithm>
#include <chrono>

namespace madoguchi::drivers {

// 0.2 s, doubled each time, at most 5 s.
class BackOff {
public:
    static constexpr std::chrono::milliseconds first{200};
    static constexpr std::chrono::milliseconds longest{5000};

    [[nodiscard]] std::chrono::milliseconds next() noexcept {
        const auto pause = next_;
        next_ = std::min(longest, next_ * 2);
        return pause;
    }
    void reset() noexcept { next_ = first; }

private:
    std::chrono::milliseconds next_ = first;
};

} // namespace madoguchi::drivers
