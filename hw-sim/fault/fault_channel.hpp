// An open card on which faults happen.
#pragma once

#include "hw-sim/card/in_process_reader.hpp"
#include "hw-sim/fault/fault_plan.hpp"

namespace madoguchi::sim {

// Between an in-process reader's channel and its user. Keeps the contract of hal::CardChannel (dead
// after an error) whatever happens; only the answers of a faulty card are what they should not be.
class FaultChannel final : public hal::TransactionPort {
public:
    // The state is shared with the readers that gave this channel out.
    FaultChannel(hal::Transaction inner, std::unique_ptr<hal::CardReader> reader,
                 std::shared_ptr<FaultState> state);

    [[nodiscard]] Result<Bytes> transmit(ByteView command, Deadline deadline) override;
    void end(hal::CardAfterUse after) noexcept override;

private:
    [[nodiscard]] Result<Bytes> exchange(ByteView command, Deadline deadline);
    [[nodiscard]] Result<Bytes> happen(const Fault& fault, ByteView command, Deadline deadline);
    [[nodiscard]] Result<Bytes> honest(ByteView command, Deadline deadline);
    [[nodiscard]] bool goes_on(ByteView command) const;

    hal::Transaction inner_;
    std::unique_ptr<hal::CardReader> reader_;
    std::shared_ptr<FaultState> state_;
    std::shared_ptr<VirtualCard> swapped_in_; // answers instead of the card that lies there
    std::optional<Fault> lasting_;            // an endless fault that is going on
    apdu::CommandHeader lasting_header_;
    std::optional<Error> dead_because_;
};

} // namespace madoguchi::sim
