#include "hw-sim/fault/fault_channel.hpp"

#include <algorithm>
#include <thread>

namespace madoguchi::sim {

namespace {

using enum FaultKind;

constexpr std::size_t status_size = 2;

bool lasts(FaultKind kind) {
    return kind == EndlessMoreData || kind == MoreDataWithoutData || kind == EndlessExactLength;
}

apdu::CommandHeader header_of(ByteView command) {
    return command.size() < 4 ? apdu::CommandHeader{}
                              : apdu::CommandHeader{command[0], command[1], command[2], command[3]};
}

ObservedExchange observed(ByteView command) {
    const auto decoded = apdu::CommandApdu::decode(command);
    const std::size_t expected_length = decoded ? decoded->expected_length.value_or(0) : 0;
    return {header_of(command), command.size(), expected_length, 0, apdu::StatusWord(0)};
}

void add_answer(ObservedExchange& exchange, ByteView answer) {
    if (answer.size() >= status_size) {
        exchange.answer_data = answer.size() - status_size;
        exchange.status = apdu::StatusWord(answer[answer.size() - 2], answer[answer.size() - 1]);
    }
}

} // namespace

std::size_t FaultObservations::verifies() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(
        exchanges, [](const ObservedExchange& one) { return one.verifies_with_data(); }));
}

std::optional<Fault> FaultState::begin(const ObservedExchange& exchange) {
    const std::scoped_lock lock(mutex);
    const std::size_t index = seen.exchanges.size();
    seen.exchanges.push_back(exchange);
    if (plan.hostility && plan.hostility->from_exchange == index) {
        hostile.emplace(plan.hostility->behaviour);
    }
    const auto is_due = [index](const PlannedFault& one) { return one.exchange <= index; };
    seen.all_happened = std::ranges::all_of(plan.faults, is_due) &&
                        (!plan.hostility || plan.hostility->from_exchange <= index);
    const auto now = std::ranges::find(plan.faults, index, &PlannedFault::exchange);
    return now == plan.faults.end() ? std::nullopt : std::optional(now->fault);
}

FaultChannel::FaultChannel(hal::Transaction inner, std::unique_ptr<hal::CardReader> reader,
                           std::shared_ptr<FaultState> state)
    : inner_(std::move(inner)), reader_(std::move(reader)), state_(std::move(state)) {
    const std::scoped_lock lock(state_->mutex);
    ++state_->seen.begun;
}

void FaultChannel::end(hal::CardAfterUse after) noexcept {
    inner_.end(after);
    const std::scoped_lock lock(state_->mutex);
    ++state_->seen.ended;
}

Result<Bytes> FaultChannel::transmit(ByteView command, Deadline deadline) {
    if (dead_because_) {
        const std::scoped_lock lock(state_->mutex);
        ++state_->seen.after_death;
        return fail(*dead_because_);
    }
    auto answer = exchange(command, deadline);
    if (!answer) {
        dead_because_ = answer.error();
        return answer;
    }
    const std::scoped_lock lock(state_->mutex);
    add_answer(state_->seen.exchanges.back(), *answer);
    return answer;
}

Result<Bytes> FaultChannel::exchange(ByteView command, Deadline deadline) {
    const std::optional<Fault> planned = state_->begin(observed(command));
    const std::optional<Fault> fault = planned            ? planned
                                       : goes_on(command) ? lasting_
                                                          : std::nullopt;
    lasting_ = fault && lasts(fault->kind) ? fault : std::nullopt;
    lasting_header_ = header_of(command);
    return fault ? happen(*fault, command, deadline) : honest(command, deadline);
}

bool FaultChannel::goes_on(ByteView command) const {
    constexpr std::uint8_t get_response = 0xC0;
    const apdu::CommandHeader header = header_of(command);
    return lasting_ && (header.ins == get_response || header == lasting_header_);
}

Result<Bytes> FaultChannel::honest(ByteView command, Deadline deadline) {
    auto answer = swapped_in_ ? Result<Bytes>(swapped_in_->transmit(command))
                              : inner_.channel().transmit(command, deadline);
    const std::scoped_lock lock(state_->mutex);
    if (answer && state_->hostile) {
        return state_->hostile->answer(command, std::move(*answer));
    }
    return answer;
}

Result<Bytes> FaultChannel::happen(const Fault& fault, ByteView command, Deadline deadline) {
    switch (fault.kind) {
    case RemovedBefore:
        state_->behind.remove();
        return honest(command, deadline);
    case RemovedDuringNotExecuted:
    case RemovedDuringExecuted:
        if (fault.kind == RemovedDuringExecuted) {
            static_cast<void>(honest(command, deadline));
        }
        state_->behind.remove();
        return fail(ErrorCode::CardRemoved, "the card left during the command");
    case Reset:
        inner_.end();
        return fail(ErrorCode::CardReset, "another program has reset the card");
    case ResetUnnoticed:
        inner_.end();
        inner_ = MADOGUCHI_TRY(reader_->begin(deadline));
        return honest(command, deadline);
    case Swapped:
        state_->behind.insert(state_->other_card);
        return honest(command, deadline);
    case SwappedUnnoticed:
        swapped_in_ = state_->other_card;
        static_cast<void>(swapped_in_->power_on());
        return honest(command, deadline);
    case Mute:
        return fail(ErrorCode::DeadlineExceeded, "the card gives no answer");
    case Slow: {
        auto answer = honest(command, deadline);
        std::this_thread::sleep_until(deadline.moment());
        return answer;
    }
    default:
        break;
    }
    if (is_instead_of_execution(fault.kind)) {
        return faulty_answer(fault, Bytes(status_size));
    }
    return faulty_answer(fault, MADOGUCHI_TRY(honest(command, deadline)));
}

} // namespace madoguchi::sim
