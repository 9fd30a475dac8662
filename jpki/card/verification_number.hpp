// 照合番号 of the next-generation card (provisional, docs/decisions/0012-next-generation-card.md):
// six digits printed on the card.
#pragma once

#include "apdu/pin.hpp"

namespace madoguchi::jpki {

// Move-only, consumed by its one VERIFY. No Pin: it cannot be presented where a PIN belongs.
class VerificationNumber {
public:
    static constexpr std::size_t digit_count = 6;

    // Takes the digits over whatever comes of it. Errors: EntryInvalid; nothing was sent then.
    [[nodiscard]] static Result<VerificationNumber> from_digits(SecretBytes digits);

    // One application of the card wants it, once: the number is given up.
    [[nodiscard]] apdu::Pin for_one_presentation() && noexcept { return std::move(digits_); }

    [[nodiscard]] const SecretBytes& digits() const noexcept { return digits_.digits(); }

private:
    explicit VerificationNumber(apdu::Pin digits) noexcept : digits_(std::move(digits)) {}
    apdu::Pin digits_;
};

} // namespace madoguchi::jpki
