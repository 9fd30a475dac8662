// Reading and checking without insisting: for people who want to see what a card holds and which of
// its proofs hold. A reception uses read_with_number_b, which insists.
#pragma once

#include "hal/base/clock.hpp"
#include "jpki/card/myna_card.hpp"
#include "jpki/reception/outcomes.hpp"
#include "jpki/trust/trust_anchors.hpp"

namespace madoguchi::jpki {

struct ExaminedCard {
    Examined<UserAuthenticationCertificate> certificate;
    Examined<BasicFourAttributes> basic_four;
    Examined<SurfaceRecord> surface;
    TrustVerdict verdict;
};

struct ExaminedBasicFour {
    Examined<BasicFourAttributes> basic_four;
    TrustVerdict verdict;
};

// The value, proved or not: for display beside its verdict.
template <typename T>
[[nodiscard]] const T& shown(const Examined<T>& examined) noexcept {
    const auto* verified = std::get_if<Verified<T>>(&examined);
    return verified != nullptr ? **verified
                               : std::get<Unverified<T>>(examined).shown_but_not_proved();
}

// As read_with_number_b, whatever the verdict. Errors: as there.
[[nodiscard]] Result<std::variant<ExaminedCard, NumberRejected, NumberBlocked>>
examine_card(MynaCard& card, FrontNumber number, const TrustAnchors& anchors, const Clock& clock,
             Deadline deadline, const EarlyPhoto& early_photo = {});

// As read_basic_four_with_…, whatever the verdict. Errors: as there.
[[nodiscard]] Result<std::variant<ExaminedBasicFour, NumberRejected, NumberBlocked>>
examine_basic_four_with_number_b(MynaCard& card, FrontNumber number, const TrustAnchors& anchors,
                                 const Clock& clock, Deadline deadline);
[[nodiscard]] Result<std::variant<ExaminedBasicFour, NumberRejected, NumberBlocked>>
examine_basic_four_with_pin(MynaCard& card, apdu::Pin pin, apdu::PinPolicy policy,
                            const TrustAnchors& anchors, const Clock& clock, Deadline deadline);

} // namespace madoguchi::jpki
