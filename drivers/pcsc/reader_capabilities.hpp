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

    // Of a conversation that begins now. After one failure it is a short one, and the next one is
    // asked for long commands again.
    [[nodiscard]] hal::TransferLimits limits_for_conversation(const std::string& reader);

    // An extended command came back with an answer: a later failure has another cause.
    void note_extended_answer(const std::string& reader);
    // An extended command got none although the card is still there. True: it may have been the
    // reader's fault, so that short commands are worth a try; never so after a success. The second
    // failure in a row makes the reader one for short commands from now on: a card that is pulled
    // at the wrong moment looks like the first.
    [[nodiscard]] bool note_extended_failure(const std::string& reader);
    // Answers, status word included, were cut at this many bytes.
    void note_longest_answer(const std::string& reader, std::size_t bytes);

private:
    struct Known {
        hal::TransferLimits limits;
        bool carried_extended = false;
        unsigned failures = 0;
        bool short_once = false;
    };
    [[nodiscard]] Known& known(const std::string& reader); // with the mutex held

    const hal::TransferLimits assumed_;
    mutable std::mutex mutex_;
    std::map<std::string, Known> readers_;
};

} // namespace madoguchi::drivers
