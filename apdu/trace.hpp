// Trace of a conversation: command header, lengths, status word and time. A record never holds
// data, so it can be kept and sent; what a trace file shows of the bytes is apdu/trace/.
#pragma once

#include "apdu/command_apdu.hpp"
#include "apdu/status_word.hpp"
#include "hal/base/error.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::apdu {

struct ExchangeRecord {
    CommandHeader header;
    std::size_t bytes_out =
        0;                    // whole command APDU; 0 for a secret command, whose length would tell
    std::size_t bytes_in = 0; // whole response APDU
    std::optional<StatusWord> status; // absent when the exchange failed below the card
    std::chrono::microseconds duration{};
    std::optional<ErrorCode> failure = std::nullopt; // why, where status is absent
};

// One exchange as it went over the wire. The views end with the call that gives them.
struct ExchangeBytes {
    ByteView command;
    ByteView answer; // empty when none came
};

class TraceSink {
public:
    virtual ~TraceSink() = default;

    // Just before on_exchange, for a sink that looks at bytes. A secret command (VERIFY, CHANGE) is
    // never shown: there is only its on_exchange.
    virtual void on_bytes(const ExchangeBytes& /*bytes*/) {}
    virtual void on_exchange(const ExchangeRecord& record) = 0;
};

// Keeps the records and their sums; the oldest records go first past the limit, the sums stay.
class TraceLog final : public TraceSink {
public:
    explicit TraceLog(std::size_t records_kept = 1024) : records_kept_(records_kept) {}

    void on_exchange(const ExchangeRecord& record) override;

    [[nodiscard]] const std::vector<ExchangeRecord>& records() const noexcept { return records_; }
    [[nodiscard]] std::size_t exchanges() const noexcept { return exchanges_; }
    [[nodiscard]] std::size_t bytes_out() const noexcept { return bytes_out_; }
    [[nodiscard]] std::size_t bytes_in() const noexcept { return bytes_in_; }

private:
    std::size_t records_kept_;
    std::vector<ExchangeRecord> records_;
    std::size_t exchanges_ = 0;
    std::size_t bytes_out_ = 0;
    std::size_t bytes_in_ = 0;
};

// "00 B0 8A 00 | out 5 | in 258 | 9000 | 12.3 ms"
[[nodiscard]] std::string to_line(const ExchangeRecord& record);

} // namespace madoguchi::apdu
