// Which fault happens when, and what was seen of the conversation.
#pragma once

#include "hw-sim/card/in_process_reader.hpp"
#include "hw-sim/fault/faulty_answer.hpp"
#include "hw-sim/fault/hostile_card.hpp"

#include <mutex>
#include <optional>
#include <vector>

namespace madoguchi::sim {

struct PlannedFault {
    std::size_t exchange = 0; // counted from 0 over all transactions
    Fault fault;
};

// The card misbehaves at this exchange and for ever after.
struct PlannedHostility {
    std::size_t from_exchange = 0;
    HostileBehaviour behaviour{};
};

struct FaultPlan {
    std::vector<PlannedFault> faults;
    std::optional<PlannedHostility> hostility;
};

struct FaultObservations {
    std::vector<ObservedExchange> exchanges; // all that were asked for, answered or not
    std::size_t after_death = 0;             // commands to a channel that had failed already
    std::size_t begun = 0;                   // transactions
    std::size_t ended = 0;
    bool all_happened = false; // everything planned had its turn

    // VERIFY commands with data, executed or not.
    [[nodiscard]] std::size_t verifies() const noexcept;
};

// Shared by the readers and channels of one FaultyReaders.
struct FaultState {
    FaultState(InProcessReader& reader, std::shared_ptr<VirtualCard> other)
        : behind(reader), other_card(std::move(other)) {}

    InProcessReader& behind;
    std::shared_ptr<VirtualCard> other_card;
    mutable std::mutex mutex; // for what follows
    FaultPlan plan;
    std::optional<HostileCard> hostile; // once it has begun to be
    FaultObservations seen;

    // Notes that an exchange begins, and gives the fault that is planned for it.
    [[nodiscard]] std::optional<Fault> begin(const ObservedExchange& exchange);
};

} // namespace madoguchi::sim
