// How long to leave alone what failed: twice as long each time up to a limit, and never quite the
// same, so that terminals which lost the service together do not come back together.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <random>

namespace madoguchi::terminal {

class BackOff {
public:
    // share: from 0 to 1, at random; tests give one.
    BackOff(std::chrono::milliseconds first, std::chrono::milliseconds longest,
            std::function<double()> share = random_share())
        : first_(first), longest_(longest), share_(std::move(share)) {}

    // From half of the doubled time to all of it.
    [[nodiscard]] std::chrono::milliseconds rest(std::uint32_t failures) const {
        constexpr std::uint32_t most_doublings = 20;
        const auto whole = std::min<std::chrono::milliseconds>(
            longest_, first_ * (1LL << std::min(failures, most_doublings)));
        const double part = 0.5 + 0.5 * std::clamp(share_(), 0.0, 1.0);
        return std::chrono::milliseconds(
            static_cast<std::int64_t>(static_cast<double>(whole.count()) * part));
    }

private:
    static std::function<double()> random_share() {
        return [engine = std::mt19937(std::random_device()())]() mutable {
            return std::uniform_real_distribution<double>(0, 1)(engine);
        };
    }

    std::chrono::milliseconds first_;
    std::chrono::milliseconds longest_;
    std::function<double()> share_;
};

} // namespace madoguchi::terminal
