// Values read from several frames, and which of them can be believed.
#pragma once

#include "hal/base/secret.hpp"
#include "surface/field/date_text.hpp"

#include <algorithm>
#include <vector>

namespace madoguchi::surface {

template <typename Value>
class Ballot {
public:
    struct Count {
        Value value;
        int votes;
        float confidence; // of the surest reading
        unsigned sources;
    };

    // Sources are bits: where a reading came from.
    void add(const Read<Value>& read, unsigned source = 0) {
        const auto known = std::find_if(counts_.begin(), counts_.end(), [&](const Count& count) {
            return count.value == read.value;
        });
        if (known == counts_.end()) {
            counts_.push_back({read.value, 1, read.confidence, source});
        } else {
            ++known->votes;
            known->sources |= source;
            known->confidence = std::max(known->confidence, read.confidence);
        }
        std::stable_sort(counts_.begin(), counts_.end(), [](const Count& one, const Count& other) {
            return one.votes > other.votes;
        });
    }

    // The value that enough frames gave, and more than twice as many as gave any other.
    [[nodiscard]] std::optional<Value> winner(int enough) const {
        const int rival = counts_.size() > 1 ? counts_[1].votes : 0;
        const bool is_won = votes() >= enough && votes() > 2 * rival;
        return is_won ? std::optional(counts_[0].value) : std::nullopt;
    }

    // Of the value that leads.
    [[nodiscard]] int votes() const { return counts_.empty() ? 0 : counts_[0].votes; }
    [[nodiscard]] float confidence() const { return counts_.empty() ? 0.F : counts_[0].confidence; }

    // Most votes first.
    [[nodiscard]] const std::vector<Count>& counts() const { return counts_; }

    [[nodiscard]] unsigned sources() const { return counts_.empty() ? 0 : counts_[0].sources; }

    void forget() noexcept {
        madoguchi::wipe(counts_.data(), counts_.size() * sizeof(Count));
        counts_.clear();
    }

private:
    std::vector<Count> counts_;
};

} // namespace madoguchi::surface
