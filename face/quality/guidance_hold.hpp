// Keeps a sentence on the screen long enough to be read.
#pragma once

#include "face/quality/guidance.hpp"
#include "hal/base/clock.hpp"

#include <chrono>
#include <optional>

namespace madoguchi::face {

class GuidanceHold {
public:
    static constexpr std::chrono::milliseconds least_time{1000};

    // What to show now that the camera sees this: the sentence shown stays for a second. A turn
    // that the patient is asked for is shown at once, because its time runs.
    [[nodiscard]] Guidance show(Guidance seen, MonotonicTime now);

private:
    std::optional<Guidance> shown_;
    MonotonicTime since_{};
};

} // namespace madoguchi::face
