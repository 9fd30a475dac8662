// Presenting a number to a key file of the current application: counter first, one VERIFY, never
// again.
#pragma once

#include "apdu/pin.hpp"
#include "jpki/card/card_session.hpp"

namespace madoguchi::jpki {

// What came of it. With no tries before, the outcome is PinBlocked and no VERIFY was sent.
struct NumberPresentation {
    apdu::RetryCounter tries_before;
    apdu::PinVerification outcome;

    [[nodiscard]] bool accepted() const noexcept {
        return std::holds_alternative<apdu::PinVerified>(outcome);
    }
};

// How many tries are left; spends none. A card that answers "already verified" (9000) is selected
// anew and asked once more: that verification is not ours. Errors: RetryCounterUnknown,
// FileNotFound, and as ApduChannel::exchange.
[[nodiscard]] Result<apdu::CounterReading> read_retry_counter(SelectedApplication& application,
                                                              apdu::FileId key, Deadline deadline);

// Errors: as read_retry_counter; RetryCounterTooLow when one try is left and it is to be kept
// (nothing was sent); UnexpectedStatusWord. After an error during VERIFY the number of tries left
// is unknown.
[[nodiscard]] Result<NumberPresentation> present_number(SelectedApplication& application,
                                                        apdu::FileId key, apdu::Pin number,
                                                        apdu::PinPolicy policy, Deadline deadline);

} // namespace madoguchi::jpki
