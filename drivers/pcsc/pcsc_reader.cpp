#include "drivers/pcsc/pcsc_reader.hpp"

#include "drivers/pcsc/pcsc_transaction.hpp"

namespace madoguchi::drivers {

namespace {

constexpr int begin_attempts = 3;

Result<void> still_in_time(Deadline deadline) {
    if (deadline.has_passed()) {
        return fail(ErrorCode::DeadlineExceeded, "the card could not be reached in time");
    }
    return {};
}

} // namespace

Result<hal::Transaction> PcscReader::begin_once(Deadline deadline) {
    MADOGUCHI_TRY(still_in_time(deadline));
    PcscCard card = MADOGUCHI_TRY(service_.with_context([this](const SharedPcscContext& context) {
        return PcscCard::connect(context, name_.raw);
    }));
    MADOGUCHI_TRY(still_in_time(deadline));
    const bool may_be_long = card.protocol() == ScardProtocol::T1;
    auto port =
        MADOGUCHI_TRY(PcscTransaction::begin(std::move(card), {capabilities_, name_.shown}));
    Bytes answer_to_reset = MADOGUCHI_TRY(port->answer_to_reset());
    MADOGUCHI_TRY(still_in_time(deadline));
    return hal::Transaction(std::move(port), std::move(answer_to_reset),
                            may_be_long ? capabilities_->limits_for_conversation(name_.shown)
                                        : hal::TransferLimits{});
}

Result<hal::Transaction> PcscReader::begin(Deadline deadline) {
    for (int attempt = 1; attempt <= begin_attempts; ++attempt) {
        auto transaction = begin_once(deadline);
        // Another program may reset the card before it is ours; nothing is lost by trying again.
        if (transaction || transaction.error().code() != ErrorCode::CardReset) {
            return transaction;
        }
    }
    return fail(ErrorCode::ReaderBusy, "another program resets the card again and again; close it");
}

} // namespace madoguchi::drivers
