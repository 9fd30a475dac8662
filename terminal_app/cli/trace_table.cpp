#include "terminal_app/cli/trace_table.hpp"

#include "jpki/card/card_in_traces.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::cli {

namespace {

using std::chrono::microseconds;

double in_milliseconds(microseconds time) {
    return static_cast<double>(time.count()) / 1000.0;
}

// What takes at least this long is slow: three times the median, and long enough to be felt.
microseconds slow_from(const apdu::Trace& trace) {
    constexpr int times_the_median = 3;
    constexpr microseconds felt{20'000};
    std::vector<microseconds> durations;
    for (const apdu::TracedExchange& exchange : trace.exchanges) {
        durations.push_back(exchange.duration);
    }
    if (durations.empty()) {
        return felt;
    }
    const auto middle = durations.begin() + static_cast<std::ptrdiff_t>(durations.size() / 2);
    std::nth_element(durations.begin(), middle, durations.end());
    return std::max(felt, times_the_median * *middle);
}

std::size_t answer_length(const apdu::TracedExchange& exchange) {
    const auto* const answer = std::get_if<apdu::MaskedBytes>(&exchange.outcome);
    return answer == nullptr ? 0 : answer->size();
}

struct Sums {
    std::size_t out = 0;
    std::size_t in = 0;
    microseconds with_card{};
    microseconds end{};

    void add(const apdu::TracedExchange& exchange) {
        out += exchange.is_secret ? 0 : exchange.command.size();
        in += answer_length(exchange);
        with_card += exchange.duration;
        end = std::max(end, exchange.start + exchange.duration);
    }
};

std::string heading_of(const apdu::TraceHeading& heading) {
    return fmt::format(
        "Recorded by {} on reader {}\nAnswer to reset {}, {} lengths, commands up to "
        "{} bytes, answers up to {}\n\n",
        heading.tool, heading.reader, to_hex(heading.answer_to_reset),
        heading.limits.extended_length ? "extended" : "short", heading.limits.longest_command,
        heading.limits.longest_answer);
}

} // namespace

std::string trace_table(const apdu::Trace& trace) {
    const auto names = jpki::applications_named_in_traces();
    const microseconds slow = slow_from(trace);
    Sums sums;
    std::string text = heading_of(trace.heading);
    text += fmt::format("{:>4} {:>10} {:>9}       {:>5} {:>5}  {}\n", "", "at ms", "took ms", "out",
                        "in", "command → answer");
    std::size_t number = 0;
    for (const apdu::TracedExchange& exchange : trace.exchanges) {
        text += fmt::format("{:>4} {:>10.1f} {:>9.1f} {:<5} {:>5} {:>5}  {} → {}\n", ++number,
                            in_milliseconds(exchange.start), in_milliseconds(exchange.duration),
                            exchange.duration >= slow ? "slow" : "",
                            exchange.is_secret ? "?" : std::to_string(exchange.command.size()),
                            answer_length(exchange), command_in_words(exchange, names),
                            outcome_in_words(exchange));
        sums.add(exchange);
    }
    return text +
           fmt::format("\n{} exchanges, {} bytes out, {} in; {:.1f} ms with the card, {:.1f} "
                       "ms in all\n",
                       trace.exchanges.size(), sums.out, sums.in, in_milliseconds(sums.with_card),
                       in_milliseconds(sums.end));
}

} // namespace madoguchi::cli
