// A trace from outside: refused, or written again and read the same; shown in words, exported and
// replayed without a fault, and its own commands replay faithfully.
#include "apdu/trace/pcapng.hpp"
#include "apdu/trace/trace_replay.hpp"
#include "tests/fuzz/require.hpp"

using namespace madoguchi;
using namespace madoguchi::apdu;

namespace {

std::string written(const Trace& trace) {
    std::string text = to_text(trace.heading);
    for (const TracedExchange& exchange : trace.exchanges) {
        text += to_line(exchange);
    }
    return text;
}

Bytes played(const TracedExchange& exchange) {
    Bytes command = exchange.command.bytes();
    if (exchange.is_secret) {
        command.push_back(1); // some data, which no recording holds
    }
    return command;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto trace = parse_trace(as_text(ByteView(data, size)));
    if (!trace) {
        return 0;
    }
    const auto again = parse_trace(written(*trace));
    require(again.has_value() && again->exchanges == trace->exchanges);
    require(!to_pcapng(*trace, {}).empty());
    TraceReplay replay(*trace);
    for (const TracedExchange& exchange : trace->exchanges) {
        const auto answer = replay.answer(played(exchange));
        require(answer.has_value() == std::holds_alternative<MaskedBytes>(exchange.outcome));
    }
    require(!replay.divergence());
    return 0;
}
