#include "face/evaluate/score_tally.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>
#include <cmath>

namespace madoguchi::face {

namespace {

constexpr double step_width = 2.0 / static_cast<double>(ScoreTally::steps);

} // namespace

float ScoreTally::threshold_of(std::size_t step) noexcept {
    return static_cast<float>(static_cast<double>(step) * step_width - 1);
}

void ScoreTally::add(float score) {
    MADOGUCHI_EXPECTS(std::isfinite(score));
    const double place = std::floor((static_cast<double>(score) + 1) / step_width);
    ++counts_[static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(steps - 1)))];
    ++scores_;
}

std::vector<std::uint64_t> ScoreTally::reaching() const {
    std::vector<std::uint64_t> sums(steps + 1);
    for (std::size_t step = steps; step > 0; --step) {
        sums[step - 1] = sums[step] + counts_[step - 1];
    }
    return sums;
}

} // namespace madoguchi::face
