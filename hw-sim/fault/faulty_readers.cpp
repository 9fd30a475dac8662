#include "hw-sim/fault/faulty_readers.hpp"

#include "hw-sim/fault/fault_channel.hpp"

namespace madoguchi::sim {

namespace {

class FaultReader final : public hal::CardReader {
public:
    FaultReader(std::unique_ptr<hal::CardReader> inner, std::shared_ptr<FaultState> state)
        : inner_(std::move(inner)), state_(std::move(state)) {}

    [[nodiscard]] const std::string& name() const noexcept override { return inner_->name(); }

    [[nodiscard]] Result<hal::Transaction> begin(Deadline deadline) override {
        hal::Transaction begun = MADOGUCHI_TRY(inner_->begin(deadline));
        Bytes answer_to_reset = begun.answer_to_reset();
        const hal::TransferLimits limits = begun.limits();
        // For cards that lose power and are begun anew.
        auto reader = MADOGUCHI_TRY(state_->behind.open(inner_->name()));
        return hal::Transaction(
            std::make_unique<FaultChannel>(std::move(begun), std::move(reader), state_),
            std::move(answer_to_reset), limits);
    }

private:
    std::unique_ptr<hal::CardReader> inner_;
    std::shared_ptr<FaultState> state_;
};

} // namespace

FaultyReaders::FaultyReaders(InProcessReader& behind, std::shared_ptr<VirtualCard> other_card)
    : state_(std::make_shared<FaultState>(behind, std::move(other_card))) {
}

void FaultyReaders::plan(FaultPlan plan) {
    const std::scoped_lock lock(state_->mutex);
    state_->hostile.reset();
    state_->plan = std::move(plan);
    state_->seen = {};
}

FaultObservations FaultyReaders::observations() const {
    const std::scoped_lock lock(state_->mutex);
    return state_->seen;
}

Result<std::vector<hal::ReaderState>> FaultyReaders::list() {
    return state_->behind.list();
}

Result<std::unique_ptr<hal::CardReader>> FaultyReaders::open(const std::string& reader_name) {
    return std::make_unique<FaultReader>(MADOGUCHI_TRY(state_->behind.open(reader_name)), state_);
}

} // namespace madoguchi::sim
