#include "apdu/trace/trace_replay.hpp"

#include "apdu/response_apdu.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::apdu {

namespace {

constexpr std::size_t header_length = 4;

ByteView header_of(ByteView command) {
    return command.first(std::min(command.size(), header_length));
}

// Of a secret command the recording knows the header, and that data followed.
bool is_the_recorded(const TracedExchange& recorded, ByteView command) {
    return recorded.is_secret
               ? command.size() > header_length && recorded.command.could_be(header_of(command))
               : recorded.command.could_be(command);
}

struct RecordedOutcome {
    Result<Bytes> operator()(const MaskedBytes& answer) const { return answer.bytes(); }
    Result<Bytes> operator()(ErrorCode loss) const {
        return fail(loss, "the recorded conversation was lost at this command");
    }
};

} // namespace

std::string to_text(const Divergence& divergence) {
    return fmt::format("exchange {}: recorded {}, sent {} ({} bytes)", divergence.exchange,
                       divergence.recorded ? divergence.recorded->to_text() : "nothing further",
                       to_hex(divergence.sent_header), divergence.sent_length);
}

Result<Bytes> TraceReplay::answer(ByteView command) {
    const TracedExchange* recorded =
        next_ < trace_.exchanges.size() ? &trace_.exchanges[next_] : nullptr;
    if (!divergence_ && (recorded == nullptr || !is_the_recorded(*recorded, command))) {
        divergence_ = Divergence{
            next_ + 1, recorded != nullptr ? std::optional(recorded->command) : std::nullopt,
            to_bytes(header_of(command)), command.size()};
    }
    if (divergence_) {
        return ResponseApdu({}, status::no_precise_diagnosis).encode();
    }
    ++next_;
    return std::visit(RecordedOutcome{}, recorded->outcome);
}

void TraceReplay::rewind() noexcept {
    next_ = 0;
    divergence_.reset();
}

} // namespace madoguchi::apdu
