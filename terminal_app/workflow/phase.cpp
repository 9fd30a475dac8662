#include "terminal_app/workflow/phase.hpp"

namespace madoguchi::terminal {

namespace {

struct PhaseRow {
    Phase phase{};
    std::string_view name;
    std::chrono::seconds limit{};
};

using std::chrono_literals::operator""s;

// Patients are not hurried (a minute and more where they act); machines are.
constexpr std::array<PhaseRow, phase_count> rows{{
    {Phase::Idle, "Idle", 3600s},
    {Phase::OutOfService, "OutOfService", 3600s},
    {Phase::Recognising, "Recognising", 10s},
    {Phase::ChoosingWay, "ChoosingWay", 60s},
    {Phase::ReadingNumber, "ReadingNumber", 20s},
    {Phase::EnteringNumber, "EnteringNumber", 120s},
    {Phase::ReadingCard, "ReadingCard", 25s},
    {Phase::MatchingFace, "MatchingFace", 40s},
    {Phase::ConfirmingLastTry, "ConfirmingLastTry", 60s},
    {Phase::EnteringPin, "EnteringPin", 90s},
    {Phase::CheckingPin, "CheckingPin", 15s},
    {Phase::AwaitingVisual, "AwaitingVisual", 180s},
    {Phase::ChoosingOtherWay, "ChoosingOtherWay", 60s},
    {Phase::Consenting, "Consenting", 120s},
    {Phase::CheckingEligibility, "CheckingEligibility", 130s},
    {Phase::ShowingOutcome, "ShowingOutcome", 20s},
    {Phase::ShowingFailure, "ShowingFailure", 20s},
    {Phase::ShowingCardGone, "ShowingCardGone", 10s},
    {Phase::TakingCard, "TakingCard", 30s},
    {Phase::CardLeft, "CardLeft", 60s},
    {Phase::Stopped, "Stopped", 3600s},
}};

} // namespace

std::string_view name_of(Phase phase) noexcept {
    return rows[static_cast<std::size_t>(phase)].name;
}

std::chrono::seconds time_limit(Phase phase) noexcept {
    return rows[static_cast<std::size_t>(phase)].limit;
}

} // namespace madoguchi::terminal
