#include "hw-sim/link/chip_times.hpp"

namespace madoguchi::sim {

namespace {

const ComputingTime& entry(const ChipTimes& times, CommandKind kind) noexcept {
    switch (kind) {
    case CommandKind::SelectApplication:
        return times.select_application;
    case CommandKind::SelectFile:
        return times.select_file;
    case CommandKind::Read:
        return times.read;
    case CommandKind::AskRetryCounter:
        return times.ask_retry_counter;
    case CommandKind::Verify:
        return times.verify;
    case CommandKind::ChangeNumber:
        return times.change_number;
    case CommandKind::GetChallenge:
        return times.get_challenge;
    case CommandKind::PrivateKey:
        return times.private_key;
    case CommandKind::Other:
        break;
    }
    return times.other;
}

ComputingTime times_factor(ComputingTime time, double factor) noexcept {
    return {time.base * factor, time.per_answer_byte * factor};
}

} // namespace

Microseconds ChipTimes::of(CommandKind kind, std::size_t answer_bytes) const noexcept {
    const ComputingTime& time = entry(*this, kind);
    return time.base + time.per_answer_byte * static_cast<double>(answer_bytes);
}

ChipTimes ChipTimes::slower(double factor) const noexcept {
    return {times_factor(select_application, factor),
            times_factor(select_file, factor),
            times_factor(read, factor),
            times_factor(ask_retry_counter, factor),
            times_factor(verify, factor),
            times_factor(change_number, factor),
            times_factor(get_challenge, factor),
            times_factor(private_key, factor),
            times_factor(other, factor)};
}

} // namespace madoguchi::sim
