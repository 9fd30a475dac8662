// How long after a change of insurer the service knows nothing, the old or the new. Source:
// requirements reference, D15: guide values of 2017 for loss and acquisition, in days.
#pragma once

#include "hw-sim/eligibility/service_scenario.hpp"

#include <span>
#include <string_view>

namespace madoguchi::sim {

struct RegistrationLag {
    std::string_view insurer; // "kyokai" (協会けんぽ), "union" (健保組合)
    int loss_days;            // until the old insurer's report of the loss is there
    int acquisition_days;     // until the new insurer's report is there
};

[[nodiscard]] std::span<const RegistrationLag> all_registration_lags() noexcept;

// Null for an unknown name.
[[nodiscard]] const RegistrationLag* find_registration_lag(std::string_view insurer) noexcept;

// What the service answers, so many days after the change, to the question by the old number:
// still valid, lost, then that there is a newer one.
[[nodiscard]] const ServiceScenario& answer_by_old_number(const RegistrationLag& lag, int days);

// The same by the new number: nobody, then valid.
[[nodiscard]] const ServiceScenario& answer_by_new_number(const RegistrationLag& lag, int days);

} // namespace madoguchi::sim
