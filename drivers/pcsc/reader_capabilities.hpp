// What was found out about each reader while it was used: PC/SC itself cannot tell how long
// commands and answers may be (docs/decisions/0007-extended-length.md).
#pragma once

#include "hal/card_reader.hpp"

#include <map>
#include <mutex>
#include <string>

namespace madoguchi::drivers {

// Shared by a directory and the readers it opens; usable from any thread.
class ReaderCapabilities {
public:
    explicit ReaderCapabilities(hal::TransferLimits assumed) : assumed_(assumed) {}

    [[nodiscard]] hal::TransferLimits limits_of(const std::string& reader) const;

    // An extended command came back with an answer: a later failure has another cause.
    void note_extended_answer(const std::string& reader);
    // An extended command got none although the card is still there. Before the first success the
    // reader counts as one for short commands from now on: true then.
    [[nodiscard]] bool note_extended_failure(const std::string& reader);
    // Answers, status word included, were cut at this many bytes.
    void note_longest_answer(const std::string& reader, std::size_t bytes);

private:
    struct Known {
        hal::TransferLimits limits;
        bool carried_extended = false;
    };
    [[nodiscard]] Known& known(const std::string& reader); // with the mutex held

    const hal::TransferLimits assumed_;
    mutable std::mutex mutex_;
    std::map<std::string, Known> readers_;
};

} // namespace madoguchi::drivers
