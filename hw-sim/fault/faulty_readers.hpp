// Readers on which faults happen as planned: any flow that takes hal ports runs over them.
#pragma once

#include "hw-sim/fault/fault_plan.hpp"

namespace madoguchi::sim {

class FaultyReaders final : public hal::CardReaderDirectory {
public:
    // The reader behind outlives this. The other card is the one that cards are swapped for; it has
    // the same answer to reset, as all simulated cards of one kind.
    FaultyReaders(InProcessReader& behind, std::shared_ptr<VirtualCard> other_card);

    // From now on; exchanges are counted from zero and observed anew.
    void plan(FaultPlan plan);
    [[nodiscard]] FaultObservations observations() const;

    // hal::CardReaderDirectory
    [[nodiscard]] Result<std::vector<hal::ReaderState>> list() override;
    [[nodiscard]] Result<std::unique_ptr<hal::CardReader>>
    open(const std::string& reader_name) override;

private:
    std::shared_ptr<FaultState> state_;
};

} // namespace madoguchi::sim
