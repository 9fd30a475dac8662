#include "drivers/pcsc/reader_capabilities.hpp"

#include "hal/base/log.hpp"

#include <algorithm>

namespace madoguchi::drivers {

hal::TransferLimits ReaderCapabilities::limits_of(const std::string& reader) const {
    const std::scoped_lock lock(mutex_);
    const auto found = readers_.find(reader);
    return found != readers_.end() ? found->second.limits : assumed_;
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
