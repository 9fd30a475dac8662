#include "drivers/pcsc/reader_capabilities.hpp"

#include "hal/base/log.hpp"

#include <algorithm>
#include <utility>

namespace madoguchi::drivers {

namespace {

constexpr unsigned failures_that_prove = 2;

} // namespace

hal::TransferLimits ReaderCapabilities::limits_for_conversation(const std::string& reader) {
    const std::scoped_lock lock(mutex_);
    Known& now = known(reader);
    return std::exchange(now.short_once, false) ? hal::TransferLimits{} : now.limits;
}

ReaderCapabilities::Known& ReaderCapabilities::known(const std::string& reader) {
    return readers_.try_emplace(reader, Known{assumed_}).first->second;
}

void ReaderCapabilities::note_extended_answer(const std::string& reader) {
    const std::scoped_lock lock(mutex_);
    known(reader).carried_extended = true;
}

bool ReaderCapabilities::note_extended_failure(const std::string& reader) {
    const std::scoped_lock lock(mutex_);
    Known& now = known(reader);
    if (now.carried_extended || !now.limits.extended_length) {
        return false;
    }
    if (++now.failures < failures_that_prove) {
        now.short_once = true;
        return true;
    }
    now.limits = hal::TransferLimits{};
    log::write(log::Level::Info, "reader_carries_short_commands_only", {});
    return true;
}

void ReaderCapabilities::note_longest_answer(const std::string& reader, std::size_t bytes) {
    const std::scoped_lock lock(mutex_);
    hal::TransferLimits& limits = known(reader).limits;
    limits.longest_answer = std::min(limits.longest_answer, bytes);
    limits.extended_length =
        limits.extended_length && limits.longest_answer > hal::TransferLimits{}.longest_answer;
}

} // namespace madoguchi::drivers
