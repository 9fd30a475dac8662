// The PIN way: the holder proves the key of the certificate with the 4-digit PIN.
#pragma once

#include "hal/base/clock.hpp"
#include "jpki/card/myna_card.hpp"
#include "jpki/reception/outcomes.hpp"
#include "jpki/trust/trust_anchors.hpp"

namespace madoguchi::jpki {

struct PinAuthentication {
    Verified<UserAuthenticationCertificate> certificate;
    TrustVerdict verdict; // the certificate's checks (without revocation) and the key proof passed
};

using PinAuthenticationOutcome =
    std::variant<PinAuthentication, NumberRejected, NumberBlocked, CardNotTrusted>;

// Counter, one VERIFY, certificate, signature over a fresh challenge, all checks. The PIN does not
// stay presented. Works on phones too. Errors: RetryCounterTooLow (one try left, not to be spent),
// RetryCounterUnknown, and those of reading (groups Transport, Card, Encoding).
[[nodiscard]] Result<PinAuthenticationOutcome>
authenticate_with_pin(MynaCard& card, apdu::Pin pin, apdu::PinPolicy policy,
                      const TrustAnchors& anchors, const Clock& clock, Deadline deadline);

// To be shown before the PIN is asked for; spends nothing. A card made for use without PIN, and one
// whose PIN is blocked, read as blocked.
[[nodiscard]] Result<apdu::CounterReading> authentication_pin_counter(MynaCard& card,
                                                                      Deadline deadline);

} // namespace madoguchi::jpki
