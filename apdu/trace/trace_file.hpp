// A recorded conversation and its file, line by line as docs/trace-format.md describes it.
#pragma once

#include "apdu/trace/masked_bytes.hpp"
#include "hal/card_reader.hpp"

#include <chrono>
#include <string>
#include <variant>
#include <vector>

namespace madoguchi::apdu {

// One command and what came of it.
struct TracedExchange {
    std::chrono::microseconds start{}; // since the conversation began
    std::chrono::microseconds duration{};
    MaskedBytes command; // of a secret command the header alone
    bool is_secret = false;
    std::variant<MaskedBytes, ErrorCode> outcome; // the whole answer, or why none came

    bool operator==(const TracedExchange&) const = default;
};

struct TraceHeading {
    std::string tool;   // name and version of the program that recorded
    std::string reader; // one line of printable text
    Bytes answer_to_reset;
    hal::TransferLimits limits;
};

struct Trace {
    TraceHeading heading;
    std::vector<TracedExchange> exchanges;
};

// Each ends with a line feed. Names are made printable here.
[[nodiscard]] std::string to_text(const TraceHeading& heading);
[[nodiscard]] std::string to_line(const TracedExchange& exchange);

// Reads a whole file. Errors: SyntaxInvalid (with the line as system code), TooLarge.
[[nodiscard]] Result<Trace> parse_trace(std::string_view text);

// The longest text that parse_trace takes.
inline constexpr std::size_t largest_trace = std::size_t{8} << 20U;

} // namespace madoguchi::apdu
