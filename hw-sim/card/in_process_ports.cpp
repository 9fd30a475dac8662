#include "hw-sim/card/in_process_ports.hpp"

namespace madoguchi::sim {

namespace {

class InProcessTransaction final : public hal::TransactionPort {
public:
    // Under the lock of the state.
    explicit InProcessTransaction(std::shared_ptr<InProcessReader::State> state)
        : state_(std::move(state)), insertion_(state_->insertions) {}

    Result<Bytes> transmit(ByteView command, Deadline deadline) override {
        if (dead_because_) {
            return fail(*dead_because_);
        }
        auto answer = transmit_once(command, deadline);
        if (!answer) {
            dead_because_ = answer.error();
        }
        return answer;
    }

    void end(hal::CardAfterUse after) noexcept override {
        state_->change([this, after](InProcessReader::State& state) {
            state.in_use = false;
            if (after == hal::CardAfterUse::PowerDown && is_here(state)) {
                state.card->power_off();
            }
        });
    }

private:
    [[nodiscard]] bool is_here(const InProcessReader::State& state) const {
        return state.card != nullptr && state.insertions == insertion_;
    }

    Result<Bytes> transmit_once(ByteView command, Deadline deadline) {
        if (deadline.has_passed()) {
            return fail(ErrorCode::DeadlineExceeded, "no time is left for this command");
        }
        Result<Bytes> answer = fail(ErrorCode::CardRemoved, "the card was taken out of the reader");
        state_->change([&](InProcessReader::State& state) { answer = answer_in(state, command); });
        return answer;
    }

    Result<Bytes> answer_in(InProcessReader::State& state, ByteView command) const {
        if (!state.attached) {
            return fail(ErrorCode::ReaderLost, "the reader was unplugged");
        }
        if (state.exchanges_until_removal == std::size_t{0}) {
            state.take_card_out();
        }
        if (!is_here(state)) {
            return fail(ErrorCode::CardRemoved, "the card was taken out of the reader");
        }
        if (state.exchanges_until_removal) {
            --*state.exchanges_until_removal;
        }
        return state.card->transmit(command);
    }

    std::shared_ptr<InProcessReader::State> state_;
    std::size_t insertion_;
    std::optional<Error> dead_because_;
};

} // namespace

void InProcessReader::State::take_card_out() {
    if (card != nullptr) {
        card->power_off();
        card.reset();
        exchanges_until_removal.reset(); // a plan made without a card waits for the next one
    }
}

Result<hal::Transaction> InProcessCardReader::begin(Deadline deadline) {
    std::unique_lock lock(state_->mutex);
    const bool is_free =
        state_->changed.wait_until(lock, deadline.moment(), [this] { return !state_->in_use; });
    if (!state_->attached) {
        return fail(ErrorCode::ReaderLost, "the reader was unplugged");
    }
    if (!is_free || deadline.has_passed()) {
        return fail(ErrorCode::DeadlineExceeded, "the reader was not free in time");
    }
    if (state_->card == nullptr) {
        return fail(ErrorCode::NoCard, "no card is in the reader");
    }
    state_->in_use = true;
    return hal::Transaction(std::make_unique<InProcessTransaction>(state_),
                            state_->card->power_on(), state_->limits);
}

Result<std::vector<hal::ReaderEvent>> InProcessMonitor::wait(Deadline deadline) {
    std::unique_lock lock(state_->mutex);
    std::vector<hal::ReaderEvent> events;
    state_->changed.wait_until(lock, deadline.moment(), [this, &events] {
        events = news();
        return !events.empty() || cancelled_;
    });
    cancelled_ = false;
    return events;
}

void InProcessMonitor::cancel() noexcept {
    state_->change([this](InProcessReader::State& /*state*/) { cancelled_ = true; });
}

std::vector<hal::ReaderEvent> InProcessMonitor::news() {
    std::vector<hal::ReaderEvent> events;
    const std::size_t card = state_->card != nullptr ? state_->insertions : 0;
    if (state_->attached && !reported_reader_) {
        events.push_back({hal::ReaderChange::ReaderAdded, state_->name});
    }
    if (reported_card_ != 0 && reported_card_ != card) {
        events.push_back({hal::ReaderChange::CardRemoved, state_->name});
    }
    if (card != 0 && reported_card_ != card) {
        events.push_back({hal::ReaderChange::CardInserted, state_->name});
    }
    if (!state_->attached && reported_reader_) {
        events.push_back({hal::ReaderChange::ReaderRemoved, state_->name});
    }
    reported_reader_ = state_->attached;
    reported_card_ = card;
    return events;
}

} // namespace madoguchi::sim
