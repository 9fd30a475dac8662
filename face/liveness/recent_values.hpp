// The newest of many measures: what was seen long ago says less of who stands there now.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace madoguchi::face {

class RecentValues {
public:
    explicit RecentValues(std::size_t most) : most_(most) {}

    void add(float value) {
        if (values_.size() == most_) {
            values_.erase(values_.begin());
        }
        values_.push_back(value);
    }
    void clear() { values_.clear(); }

    [[nodiscard]] std::size_t count() const noexcept { return values_.size(); }
    // 0 of nothing.
    [[nodiscard]] float mean() const noexcept {
        const float sum = std::accumulate(values_.begin(), values_.end(), 0.0F);
        return values_.empty() ? 0 : sum / static_cast<float>(values_.size());
    }
    [[nodiscard]] float median() const {
        std::vector<float> sorted(values_);
        std::ranges::sort(sorted);
        return sorted.empty() ? 0 : sorted[sorted.size() / 2];
    }
    [[nodiscard]] float least() const {
        return values_.empty() ? 0 : *std::ranges::min_element(values_);
    }

private:
    std::size_t most_;
    std::vector<float> values_;
};

} // namespace madoguchi::face
