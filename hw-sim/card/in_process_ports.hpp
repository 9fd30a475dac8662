// The hal ports that an InProcessReader gives out. They share its state and may outlive it.
#pragma once

#include "hw-sim/card/in_process_reader.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace madoguchi::sim {

struct InProcessReader::State {
    State(std::string reader_name, hal::TransferLimits transfer_limits)
        : name(std::move(reader_name)), limits(transfer_limits) {}

    // Runs a change under the lock and wakes whoever waits for one.
    template <typename Change>
    void change(Change&& apply) {
        {
            const std::scoped_lock lock(mutex);
            apply(*this);
        }
        changed.notify_all();
    }

    // Under the lock.
    void take_card_out();

    const std::string name;
    const hal::TransferLimits limits;
    std::mutex mutex;
    std::condition_variable changed;
    bool attached = true;
    bool in_use = false; // a transaction is open
    std::shared_ptr<VirtualCard> card;
    std::size_t insertions = 0; // tells a channel whether its card is still the same one
    std::optional<std::size_t> exchanges_until_removal;
};

class InProcessCardReader final : public hal::CardReader {
public:
    explicit InProcessCardReader(std::shared_ptr<InProcessReader::State> state)
        : state_(std::move(state)) {}

    [[nodiscard]] const std::string& name() const noexcept override { return state_->name; }
    // A second transaction waits for the first to end, as with PC/SC.
    [[nodiscard]] Result<hal::Transaction> begin(Deadline deadline) override;

private:
    std::shared_ptr<InProcessReader::State> state_;
};

class InProcessMonitor final : public hal::CardReaderMonitor {
public:
    explicit InProcessMonitor(std::shared_ptr<InProcessReader::State> state)
        : state_(std::move(state)) {}

    [[nodiscard]] Result<std::vector<hal::ReaderEvent>> wait(Deadline deadline) override;
    void cancel() noexcept override;

private:
    // Under the lock: what differs from what was reported last.
    [[nodiscard]] std::vector<hal::ReaderEvent> news();

    std::shared_ptr<InProcessReader::State> state_;
    bool reported_reader_ = false;
    std::size_t reported_card_ = 0; // insertion reported last, 0: none inside
    bool cancelled_ = false;
};

} // namespace madoguchi::sim
