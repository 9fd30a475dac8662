#include "apdu/trace/trace_file.hpp"

#include "apdu/apdu_limits.hpp"
#include "hal/base/printable.hpp"

#include <fmt/format.h>

namespace madoguchi::apdu {

namespace {

constexpr std::size_t longest_name = 128;

struct OutcomeText {
    std::string operator()(const MaskedBytes& answer) const { return answer.to_text(); }
    std::string operator()(ErrorCode failure) const {
        return fmt::format("lost {}", name_of(failure));
    }
};

std::string in_milliseconds(std::chrono::microseconds time) {
    return fmt::format("{}.{:03}", time.count() / 1000, time.count() % 1000);
}

} // namespace

std::string to_text(const TraceHeading& heading) {
    return fmt::format("madoguchi trace 1\ntool {}\nreader {}\natr {}\nlimits {} {} {}\n",
                       printable(heading.tool, longest_name),
                       printable(heading.reader, longest_name), to_hex(heading.answer_to_reset),
                       heading.limits.extended_length ? "extended" : "short",
                       heading.limits.longest_command, heading.limits.longest_answer);
}

std::string to_line(const TracedExchange& exchange) {
    return fmt::format("{} {} {}{} -> {}\n", in_milliseconds(exchange.start),
                       in_milliseconds(exchange.duration), exchange.command.to_text(),
                       exchange.is_secret ? " secret" : "",
                       std::visit(OutcomeText{}, exchange.outcome));
}

} // namespace madoguchi::apdu
