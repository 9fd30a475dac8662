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
    // From now on no extended lengths: for a card that turns out to lack them.
    void use_short_length() noexcept { limits_.extended_length = false; }

private:
    [[nodiscard]] Result<ResponseApdu> transmit(const CommandHeader& header, ByteView encoded,
                                                std::size_t length_to_trace,
                                                ExchangeBudget& budget);
    [[nodiscard]] Result<ResponseApdu> transmit(const CommandApdu& command, ExchangeBudget& budget);
    [[nodiscard]] Result<ResponseApdu> collect_rest(ResponseApdu first, ExchangeBudget& budget);

    hal::CardChannel& card_;
    ApduLimits limits_;
    TraceSink* trace_;
};

} // namespace madoguchi::apdu
