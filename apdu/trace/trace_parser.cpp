#include "apdu/apdu_limits.hpp"
#include "apdu/trace/trace_file.hpp"
#include "hal/base/printable.hpp"

#include <array>
#include <charconv>

namespace madoguchi::apdu {

namespace {

constexpr std::size_t most_exchanges = 20'000;
constexpr std::size_t most_bytes = std::size_t{16} << 20U; // masked ones counted, over all lines
constexpr std::size_t header_length = 4;

// What can end a conversation below the card.
constexpr std::array losses{
    ErrorCode::ServiceUnavailable, ErrorCode::AccessDenied, ErrorCode::ReaderLost,
    ErrorCode::ReaderBusy,         ErrorCode::NoCard,       ErrorCode::CardRemoved,
    ErrorCode::CardReset,          ErrorCode::CardMute,     ErrorCode::TransportFailed,
    ErrorCode::DeadlineExceeded,   ErrorCode::Cancelled,    ErrorCode::Truncated,
};

// The text up to the separator, which goes too.
std::string_view take_until(std::string_view& text, std::string_view separator) {
    const std::size_t end = text.find(separator);
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    return taken;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
    constexpr std::size_t most_digits = 12;
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = fault == std::errc() && end == text.data() + text.size();
    return whole && text.size() <= most_digits ? std::optional(number) : std::nullopt;
}

// "12.345" in milliseconds.
std::optional<std::chrono::microseconds> time_in(std::string_view text) {
    constexpr std::size_t decimals = 3;
    const auto whole = number_in(take_until(text, "."));
    const auto part = number_in(text);
    if (!whole || !part || text.size() != decimals) {
        return std::nullopt;
    }
    return std::chrono::microseconds(static_cast<std::int64_t>(*whole * 1000 + *part));
}

bool shows_its_ends(const MaskedBytes& bytes, std::size_t first, std::size_t last) {
    bool shown = bytes.size() >= first + last;
    for (std::size_t i = 0; shown && i < first + last; ++i) {
        shown = !bytes.is_masked(i < first ? i : bytes.size() - 1 - (i - first));
    }
    return shown;
}

class TraceParser {
public:
    explicit TraceParser(std::string_view text) : text_(text) {}

    Result<Trace> parse() {
        Trace trace;
        trace.heading = MADOGUCHI_TRY(parse_heading());
        while (!text_.empty()) {
            if (trace.exchanges.size() == most_exchanges) {
                return fail(ErrorCode::TooLarge, "a trace holds more exchanges than any "
                                                 "conversation");
            }
            trace.exchanges.push_back(MADOGUCHI_TRY(parse_exchange(next_line())));
        }
        return trace;
    }

private:
    // Keyword and space before the value of one heading line.
    Result<std::string_view> value_of(std::string_view keyword) {
        std::string_view line = next_line();
        if (take_until(line, " ") != keyword) {
            return wrong("a trace begins with the lines madoguchi, tool, reader, atr and limits");
        }
        return line;
    }

    Result<TraceHeading> parse_heading() {
        if (MADOGUCHI_TRY(value_of("madoguchi")) != "trace 1") {
            return wrong("this is no trace of a version that can be read here");
        }
        TraceHeading heading;
        heading.tool = MADOGUCHI_TRY(parse_name("tool"));
        heading.reader = MADOGUCHI_TRY(parse_name("reader"));
        const std::string_view reset = MADOGUCHI_TRY(value_of("atr"));
        heading.answer_to_reset = MADOGUCHI_TRY(parse_bytes(reset)).bytes();
        const std::string_view limits = MADOGUCHI_TRY(value_of("limits"));
        heading.limits = MADOGUCHI_TRY(parse_limits(limits));
        return heading;
    }

    Result<std::string> parse_name(std::string_view keyword) {
        const std::string_view name = MADOGUCHI_TRY(value_of(keyword));
        if (printable(name, name.size()) != name) {
            return wrong("a name in a trace holds characters that are not printable");
        }
        return std::string(name);
    }

    Result<hal::TransferLimits> parse_limits(std::string_view line) {
        const std::string_view length = take_until(line, " ");
        const auto command = number_in(take_until(line, " "));
        const auto answer = number_in(line);
        if ((length != "extended" && length != "short") || !command || !answer) {
            return wrong("the limits of a trace are short or extended and two numbers");
        }
        return hal::TransferLimits{length == "extended", static_cast<std::size_t>(*command),
                                   static_cast<std::size_t>(*answer)};
    }

    Result<TracedExchange> parse_exchange(std::string_view line) {
        const auto start = time_in(take_until(line, " "));
        const auto duration = time_in(take_until(line, " "));
        if (!start || !duration) {
            return wrong("an exchange begins with its start and its duration in milliseconds");
        }
        TracedExchange exchange{*start, *duration, {}, false, {}};
        std::string_view command = take_until(line, " -> ");
        exchange.command = MADOGUCHI_TRY(parse_bytes(take_until(command, " ")));
        exchange.is_secret = command == "secret";
        const bool header_alone = exchange.command.size() == header_length;
        if (!shows_its_ends(exchange.command, header_length, 0) ||
            (!command.empty() && !(exchange.is_secret && header_alone))) {
            return wrong("an exchange has a command that shows its header");
        }
        exchange.outcome = MADOGUCHI_TRY(parse_outcome(line));
        return exchange;
    }

    Result<std::variant<MaskedBytes, ErrorCode>> parse_outcome(std::string_view text) {
        if (text.starts_with("lost ")) {
            take_until(text, " ");
            for (const ErrorCode loss : losses) {
                if (name_of(loss) == text) {
                    return loss;
                }
            }
            return wrong("an exchange was lost in a way that is not known here");
        }
        MaskedBytes answer = MADOGUCHI_TRY(parse_bytes(text));
        if (!shows_its_ends(answer, 0, ApduLimits::status_word_size)) {
            return wrong("an exchange has an answer that shows its status word");
        }
        return answer;
    }

    Result<MaskedBytes> parse_bytes(std::string_view text) {
        auto bytes = MaskedBytes::parse(text, bytes_left_);
        if (!bytes) {
            return fail(bytes.error().with_system_code(line_));
        }
        bytes_left_ -= bytes->size();
        return bytes;
    }

    std::string_view next_line() {
        ++line_;
        return take_until(text_, "\n");
    }

    [[nodiscard]] tl::unexpected<Error> wrong(StaticText text) const {
        return fail(Error(ErrorCode::SyntaxInvalid, text).with_system_code(line_));
    }

    std::string_view text_;
    std::int64_t line_ = 0;
    std::size_t bytes_left_ = most_bytes;
};

} // namespace

Result<Trace> parse_trace(std::string_view text) {
    if (text.size() > largest_trace) {
        return fail(ErrorCode::TooLarge, "a trace is longer than any conversation");
    }
    return TraceParser(text).parse();
}

} // namespace madoguchi::apdu
