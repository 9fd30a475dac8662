// What each stage of the face comparison costs, beside OpenCV running the same networks bare.
#pragma once

#include "bench/face/patient.hpp"
#include "bench/face/timing.hpp"
#include "face/models/model_set.hpp"

#include <optional>
#include <string_view>

namespace madoguchi::bench {

struct Stage {
    std::string_view name;
    int threads = 1;
    Timing ours;
    // Absent where there is no network to run.
    std::optional<Timing> bare;
    std::optional<double> ratio;
};

// Each stage and the whole way of a frame of 640 x 480, on so many threads. Contract: threads is
// positive. Errors: FaceNotFound, ModelFailed.
[[nodiscard]] Result<std::vector<Stage>> measure_stages(const face::ModelSet& models,
                                                        const Patient& patient, int threads);

} // namespace madoguchi::bench
