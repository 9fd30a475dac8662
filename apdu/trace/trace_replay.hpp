// A recorded conversation played back: the nth command gets the nth answer.
#pragma once

#include "apdu/trace/trace_file.hpp"

#include <optional>

namespace madoguchi::apdu {

// Where a replay left the recording.
struct Divergence {
    std::size_t exchange = 0;            // counted from 1
    std::optional<MaskedBytes> recorded; // absent: the recording had ended
    Bytes sent_header;                   // never the data: they may be a number
    std::size_t sent_length = 0;
};

// "exchange 7: recorded 00B0820000, sent 00B08A00 (5 bytes)"
[[nodiscard]] std::string to_text(const Divergence& divergence);

class TraceReplay {
public:
    explicit TraceReplay(Trace trace) : trace_(std::move(trace)) {}

    [[nodiscard]] const TraceHeading& heading() const noexcept { return trace_.heading; }

    // The answer recorded at this place, masked bytes as zeros. A command that is not the recorded
    // one, masked bytes apart, gets 6F00, and so does every one after it. Errors: what the recorded
    // exchange was lost by.
    [[nodiscard]] Result<Bytes> answer(ByteView command);

    [[nodiscard]] const std::optional<Divergence>& divergence() const noexcept {
        return divergence_;
    }
    [[nodiscard]] std::size_t exchanges_left() const noexcept {
        return trace_.exchanges.size() - next_;
    }
    // Back to the first exchange.
    void rewind() noexcept;

private:
    Trace trace_;
    std::size_t next_ = 0;
    std::optional<Divergence> divergence_;
};

} // namespace madoguchi::apdu
