#include "terminal_app/service/step_timer.hpp"

namespace madoguchi::terminal {

namespace {

constexpr std::size_t most_steps = 64; // of a patient who changes his mind for ever

std::chrono::milliseconds between(MonotonicTime begin, MonotonicTime end) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(end - begin);
}

} // namespace

std::string_view step_name(Phase phase) noexcept {
    switch (phase) {
    case Phase::Recognising:
        return "recognise";
    case Phase::ChoosingWay:
    case Phase::ChoosingOtherWay:
        return "choose_way";
    case Phase::ReadingNumber:
        return "read_number";
    case Phase::EnteringNumber:
        return "enter_number";
    case Phase::ReadingCard:
        return "read_card";
    case Phase::MatchingFace:
        return "match_face";
    case Phase::ConfirmingLastTry:
    case Phase::EnteringPin:
        return "enter_pin";
    case Phase::CheckingPin:
        return "check_pin";
    case Phase::AwaitingVisual:
        return "visual_check";
    case Phase::Consenting:
        return "consents";
    case Phase::CheckingEligibility:
        return "check_eligibility";
    default:
        return {};
    }
}

void StepTimer::begin(MonotonicTime now) {
    *this = StepTimer();
    began_at_ = now;
    entered_at_ = now;
}

void StepTimer::enter(Phase phase, MonotonicTime now) {
    const std::string_view name = step_name(phase_);
    if (!name.empty() && steps_.size() < most_steps) {
        steps_.push_back({name, between(entered_at_, now)});
    }
    phase_ = phase;
    entered_at_ = now;
}

void StepTimer::stop(MonotonicTime now) {
    total_ = between(began_at_, now);
}

} // namespace madoguchi::terminal
