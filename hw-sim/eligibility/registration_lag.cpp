#include "hw-sim/eligibility/registration_lag.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::sim {

namespace {

constexpr std::array lags{RegistrationLag{"kyokai", 19, 29}, RegistrationLag{"union", 7, 8}};

} // namespace

std::span<const RegistrationLag> all_registration_lags() noexcept {
    return lags;
}

const RegistrationLag* find_registration_lag(std::string_view insurer) noexcept {
    const auto found = std::find_if(lags.begin(), lags.end(), [&](const RegistrationLag& lag) {
        return lag.insurer == insurer;
    });
    return found == lags.end() ? nullptr : &*found;
}

const ServiceScenario& answer_by_old_number(const RegistrationLag& lag, int days) {
    if (days < lag.loss_days) {
        return *find_scenario("eligible");
    }
    return *find_scenario(days < lag.acquisition_days ? "invalid" : "invalid-newer-exists");
}

const ServiceScenario& answer_by_new_number(const RegistrationLag& lag, int days) {
    return *find_scenario(days < lag.acquisition_days ? "none" : "eligible");
}

} // namespace madoguchi::sim
