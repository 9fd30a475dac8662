#include "hw-sim/eligibility/eligibility_service.hpp"

#include "hal/base/contract.hpp"
#include "hw-sim/card/civil_dates.hpp"

#include <algorithm>

namespace madoguchi::sim {

namespace {

constexpr std::size_t answers_in_waiting = 1000; // more requests than that are forgotten

} // namespace

Result<EligibilityService> EligibilityService::open(EligibilityServiceSettings settings,
                                                    InsuredRegister people, const Clock& clock) {
    MADOGUCHI_EXPECTS(settings.scenario != nullptr);
    auto files = MADOGUCHI_TRY(ServiceFiles::open(settings.folder));
    return EligibilityService(std::move(settings), std::move(people), std::move(files), clock);
}

EligibilityService::EligibilityService(EligibilityServiceSettings settings, InsuredRegister people,
                                       ServiceFiles files, const Clock& clock)
    : settings_(std::move(settings)), people_(std::move(people)), files_(std::move(files)),
      clock_(&clock) {
}

Result<void> EligibilityService::work() {
    for (const TakenRequest& request : files_.take_requests()) {
        accept(request);
    }
    const MonotonicTime now = clock_->monotonic_now();
    const auto first_waiting = std::stable_partition(
        due_.begin(), due_.end(), [&](const DueAnswer& answer) { return answer.due <= now; });
    for (auto answer = due_.begin(); answer != first_waiting; ++answer) {
        MADOGUCHI_TRY(files_.leave_answer(answer->free_part, answer->content));
    }
    due_.erase(due_.begin(), first_waiting);
    return {};
}

void EligibilityService::accept(const TakenRequest& taken) {
    ++requests_taken_;
    const ServiceScenario& scenario = *settings_.scenario;
    if (scenario.delivery == Delivery::Silent || due_.size() == answers_in_waiting) {
        return;
    }
    const auto request = read_service_request(taken.content);
    const AnswerStyle style = next_style();
    const auto delay = scenario.delivery == Delivery::Late ? settings_.late_delay : settings_.delay;
    due_.push_back(
        {clock_->monotonic_now() + delay, taken.free_part,
         request ? compose_answer(*request, people_, scenario, style) : compose_refusal(style)});
}

AnswerStyle EligibilityService::next_style() {
    // Another order for each answer, the same in each run.
    return {settings_.encoding, settings_.order_seed + requests_taken_,
            japanese_moment(clock_->civil_now())};
}

} // namespace madoguchi::sim
