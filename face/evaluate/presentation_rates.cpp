#include "face/evaluate/presentation_rates.hpp"

namespace madoguchi::face {

void PresentationTally::add(const LivenessVerdict& verdict) {
    ++presentations_;
    living_ += verdict.grade() == LivenessGrade::Shown ? 1U : 0U;
    for (const LivenessSign& sign : verdict.signs) {
        const auto test = static_cast<std::size_t>(sign.test);
        const LivenessOutcome outcome = outcome_of(sign.reason);
        failed_[test] += outcome == LivenessOutcome::Failed ? 1U : 0U;
        not_judged_[test] += outcome == LivenessOutcome::NotJudged ? 1U : 0U;
    }
}

std::uint64_t PresentationTally::failed(LivenessTest test) const noexcept {
    return failed_[static_cast<std::size_t>(test)];
}

std::uint64_t PresentationTally::not_judged(LivenessTest test) const noexcept {
    return not_judged_[static_cast<std::size_t>(test)];
}

} // namespace madoguchi::face
