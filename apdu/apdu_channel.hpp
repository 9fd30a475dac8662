// Commands to the card and answers back: encoding by limits, 61xx and 6Cxx within a budget, trace.
#pragma once

#include "apdu/command_apdu.hpp"
#include "apdu/exchange_budget.hpp"
#include "apdu/response_apdu.hpp"
#include "apdu/trace.hpp"
#include "hal/card_reader.hpp"

namespace madoguchi::apdu {

// Borrows an open hal::CardChannel; use it from the thread that holds the transaction.
class ApduChannel {
public:
    // trace may be null; it must outlive the channel.
    ApduChannel(hal::CardChannel& card, ApduLimits limits, TraceSink* trace = nullptr) noexcept
        : card_(card), limits_(limits), trace_(trace) {}

    // The first command that asks for data and carries none is sent in extended form where the
    // reader allows it: whether reader and card carry extended lengths shows before anything was
    // presented to the card (docs/decisions/0007-extended-length.md).
    //
    // Sends the command; follows 61xx with GET RESPONSE (data joined) and 6Cxx with one re-issue
    // (ISO/IEC 7816-4 clause 5.3.4), the latter only for commands that carry an Le: it never grows
    // one. Any other status word comes back as a value: what it means is for the caller, and so is
    // the amount of data, which a card may get wrong. Errors: as hal::CardChannel::transmit, as
    // CommandApdu::encode, BudgetExceeded, DeadlineExceeded, NoProgress (61xx without data).
    [[nodiscard]] Result<ResponseApdu> exchange(const CommandApdu& command, ExchangeBudget& budget);

    // One exchange and no more, whatever the card answers: for secrets, and for questions whose
    // answer is the status word. Errors: as exchange, without NoProgress.
    [[nodiscard]] Result<ResponseApdu> exchange_once(const CommandApdu& command,
                                                     ExchangeBudget& budget);
    [[nodiscard]] Result<ResponseApdu> exchange_once(const SecretCommand& command,
                                                     ExchangeBudget& budget);

    [[nodiscard]] const ApduLimits& limits() const noexcept { return limits_; }
    // From now on no answer is asked for that holds more data than this; up to 256 bytes that means
    // no extended lengths.
    void limit_answers(std::size_t data) noexcept;
    // The same, and the reader's driver is told: answers were cut there.
    void learn_cut(std::size_t data);

private:
    // length_to_trace is 0 for a secret, which is then kept from the trace.
    [[nodiscard]] Result<ResponseApdu> transmit(const CommandHeader& header, ByteView encoded,
                                                std::size_t length_to_trace,
                                                ExchangeBudget& budget);
    [[nodiscard]] Result<ResponseApdu> transmit(const CommandApdu& command, ExchangeBudget& budget);
    [[nodiscard]] bool is_due_to_try_extended(const CommandApdu& command) const noexcept;
    [[nodiscard]] Result<ResponseApdu> try_extended(const CommandApdu& command,
                                                    ExchangeBudget& budget);
    [[nodiscard]] Result<ResponseApdu> collect_rest(ResponseApdu first, ExchangeBudget& budget);

    hal::CardChannel& card_;
    ApduLimits limits_;
    TraceSink* trace_;
    bool extended_was_tried_ = false;
};

} // namespace madoguchi::apdu
