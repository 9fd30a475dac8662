// The face way and the visual way: everything that 照合番号B opens, proved.
#pragma once

#include "hal/base/clock.hpp"
#include "jpki/card/myna_card.hpp"
#include "jpki/reception/outcomes.hpp"
#include "jpki/trust/trust_anchors.hpp"

namespace madoguchi::jpki {

struct ReceptionReading {
    Verified<UserAuthenticationCertificate> certificate;
    Verified<BasicFourAttributes> basic_four;
    Verified<SurfaceRecord> surface;
    TrustVerdict verdict; // all passed but revocation and the key proof, which needs the PIN
};

using NumberBReading =
    std::variant<ReceptionReading, NumberRejected, NumberBlocked, CardNotTrusted>;

// Reads the certificate; presents the number to 券面事項確認AP and, once accepted there, to
// 券面事項入力補助AP; reads, proves the chip's presence in both, and checks all of it.
// `early_photo` is called in between, before anything is proved. No number stays presented
// afterwards. The last try of a counter is never spent: RetryCounterTooLow. Errors:
// ApplicationNotFound (a phone has no card face), RetryCounterTooLow, RetryCounterUnknown, and
// those of reading (groups Transport, Card, Encoding).
[[nodiscard]] Result<NumberBReading> read_with_number_b(MynaCard& card, FrontNumber number,
                                                        const TrustAnchors& anchors,
                                                        const Clock& clock, Deadline deadline,
                                                        const EarlyPhoto& early_photo = {});

// The lower of the two applications' counters, to be shown before the number is asked for.
// Errors: as read_retry_counter and select.
[[nodiscard]] Result<apdu::CounterReading> number_b_counter(MynaCard& card, Deadline deadline);

} // namespace madoguchi::jpki
