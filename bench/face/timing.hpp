// How long pieces of work take, and one beside another in the same run.
#pragma once

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

namespace madoguchi::bench {

using Work = std::function<void()>;

struct Timing {
    double least_ms = 0; // says most on a busy machine
    double median_ms = 0;
};

struct PairedTiming {
    Timing ours;
    Timing bare;
    double ratio = 0; // median of ours / bare, turn by turn
};

// Contract: not empty.
[[nodiscard]] Timing summary_of(std::vector<double> milliseconds);

// What the work gives, and how many milliseconds it took.
template <typename Make>
[[nodiscard]] auto timed(Make make) -> std::pair<decltype(make()), double> {
    const auto began = std::chrono::steady_clock::now();
    auto made = make();
    return {std::move(made),
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
                .count()};
}

// Contract: rounds is positive. The first round, which fills caches, is not counted.
[[nodiscard]] Timing time_of(int rounds, const Work& work);

// Both in turns, so that what else the machine does falls on both alike.
[[nodiscard]] PairedTiming time_pair(int rounds, const Work& ours, const Work& bare);

} // namespace madoguchi::bench
