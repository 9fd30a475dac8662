#include "tests/unit/terminal_app/reception/holdable_readers.hpp"

namespace madoguchi::test {

class HoldableReaders::Port final : public hal::TransactionPort {
public:
    Port(HoldableReaders& readers, hal::Transaction behind)
        : readers_(readers), behind_(std::move(behind)) {
        readers_.count(1);
    }

    Result<Bytes> transmit(ByteView command, Deadline deadline) override {
        readers_.wait_while_held();
        return behind_.channel().transmit(command, deadline);
    }

    void end(hal::CardAfterUse after) noexcept override {
        behind_.end(after);
        readers_.count(after == hal::CardAfterUse::PowerDown ? -1 : 0);
    }

private:
    HoldableReaders& readers_;
    hal::Transaction behind_;
};

class HoldableReaders::Reader final : public hal::CardReader {
public:
    Reader(HoldableReaders& readers, std::unique_ptr<hal::CardReader> behind)
        : readers_(readers), behind_(std::move(behind)) {}

    [[nodiscard]] const std::string& name() const noexcept override { return behind_->name(); }

    [[nodiscard]] Result<hal::Transaction> begin(Deadline deadline) override {
        hal::Transaction begun = MADOGUCHI_TRY(behind_->begin(deadline));
        Bytes answer_to_reset = begun.answer_to_reset();
        const hal::TransferLimits limits = begun.limits();
        return hal::Transaction(std::make_unique<Port>(readers_, std::move(begun)),
                                std::move(answer_to_reset), limits);
    }

private:
    HoldableReaders& readers_;
    std::unique_ptr<hal::CardReader> behind_;
};

Result<std::unique_ptr<hal::CardReader>> HoldableReaders::open(const std::string& reader_name) {
    auto reader = MADOGUCHI_TRY(behind_.open(reader_name));
    return std::make_unique<Reader>(*this, std::move(reader));
}

int HoldableReaders::powered_cards() const {
    const std::scoped_lock lock(mutex_);
    return powered_cards_;
}

bool HoldableReaders::wait_until_powered_down(Deadline deadline) {
    std::unique_lock lock(mutex_);
    return changed_.wait_until(lock, deadline.moment(), [this] { return powered_cards_ == 0; });
}

void HoldableReaders::set_held(bool held) {
    {
        const std::scoped_lock lock(mutex_);
        held_ = held;
    }
    changed_.notify_all();
}

void HoldableReaders::wait_while_held() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !held_; });
}

void HoldableReaders::count(int change) {
    {
        const std::scoped_lock lock(mutex_);
        powered_cards_ += change;
    }
    changed_.notify_all();
}

} // namespace madoguchi::test
