// Numbers that look random and are the same on every machine for the same seed.
#pragma once

#include <cstdint>
#include <random>

namespace madoguchi::sim {

class RandomSource {
public:
    explicit RandomSource(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] std::uint64_t seed() { return engine_(); }
    // Evenly from low up to, without, high. (The standard's distributions differ by library.)
    [[nodiscard]] double between(double low, double high) {
        constexpr double steps = 9007199254740992.0; // 2^53
        return low + (high - low) * static_cast<double>(engine_() >> 11U) / steps;
    }
    // Evenly from least to most, both included.
    [[nodiscard]] int whole(int least, int most) {
        return least + static_cast<int>(between(0, most - least + 1));
    }
    [[nodiscard]] bool chance(double probability) { return between(0, 1) < probability; }

    template <typename List>
    [[nodiscard]] const auto& one_of(const List& list) {
        return list[static_cast<std::size_t>(whole(0, static_cast<int>(std::size(list)) - 1))];
    }

private:
    std::mt19937_64 engine_;
};

} // namespace madoguchi::sim
