// The basic four items alone, opened by 照合番号B or by the PIN of 券面事項入力補助.
#pragma once

#include "hal/base/clock.hpp"
#include "jpki/card/myna_card.hpp"
#include "jpki/reception/outcomes.hpp"
#include "jpki/trust/trust_anchors.hpp"

namespace madoguchi::jpki {

struct BasicFourReading {
    Verified<BasicFourAttributes> basic_four;
    TrustVerdict verdict; // the checks of 券面事項入力補助AP passed
};

using BasicFourOutcome =
    std::variant<BasicFourReading, NumberRejected, NumberBlocked, CardNotTrusted>;

// Errors: as read_with_number_b.
[[nodiscard]] Result<BasicFourOutcome>
read_basic_four_with_number_b(MynaCard& card, FrontNumber number, const TrustAnchors& anchors,
                              const Clock& clock, Deadline deadline);

[[nodiscard]] Result<BasicFourOutcome>
read_basic_four_with_pin(MynaCard& card, apdu::Pin pin, apdu::PinPolicy policy,
                         const TrustAnchors& anchors, const Clock& clock, Deadline deadline);

} // namespace madoguchi::jpki
