// The national eligibility service in small: answers the request files of a folder.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"
#include "hw-sim/eligibility/answer_composer.hpp"
#include "hw-sim/eligibility/service_files.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace madoguchi::sim {

struct EligibilityServiceSettings {
    std::filesystem::path folder;
    const ServiceScenario* scenario = nullptr; // not null
    FileEncoding encoding = FileEncoding::Utf8;
    std::uint64_t order_seed = 1;
    std::chrono::milliseconds delay{150};        // from request to answer
    std::chrono::milliseconds late_delay{15000}; // the same where the scenario is late
};

class EligibilityService {
public:
    // clock must outlive the service. Errors: StorageFailed.
    [[nodiscard]] static Result<EligibilityService>
    open(EligibilityServiceSettings settings, InsuredRegister people, const Clock& clock);

    // Takes the requests that are there and leaves the answers that are due; never waits. Call it
    // every few milliseconds. Errors: StorageFailed.
    [[nodiscard]] Result<void> work();

    // For requests from now on.
    void play(const ServiceScenario& scenario) { settings_.scenario = &scenario; }

    [[nodiscard]] std::size_t requests_taken() const noexcept { return requests_taken_; }

private:
    struct DueAnswer {
        MonotonicTime due;
        std::string free_part;
        Bytes content;
    };

    EligibilityService(EligibilityServiceSettings settings, InsuredRegister people,
                       ServiceFiles files, const Clock& clock);

    void accept(const TakenRequest& request);
    [[nodiscard]] AnswerStyle next_style();

    EligibilityServiceSettings settings_;
    InsuredRegister people_;
    ServiceFiles files_;
    const Clock* clock_;
    std::vector<DueAnswer> due_;
    std::size_t requests_taken_ = 0;
};

} // namespace madoguchi::sim
