// 照合番号B: fourteen digits made of what is printed on the card front: birth date YYMMDD (era
// year), expiry year YYYY, security code.
#pragma once

#include "apdu/pin.hpp"

namespace madoguchi::jpki {

class VerificationNumberB {
public:
    static constexpr std::size_t digit_count = 14;

    // Takes the digits over whatever comes of it. Errors: EntryInvalid; nothing was sent then.
    [[nodiscard]] static Result<VerificationNumberB> from_digits(SecretBytes digits);

    // A copy to be presented once. Two applications of the card each want the number and each keep
    // a counter of their own, so one number makes one Pin for each of them.
    [[nodiscard]] apdu::Pin for_one_presentation() const;

    [[nodiscard]] const SecretBytes& digits() const noexcept { return digits_.digits(); }

private:
    explicit VerificationNumberB(apdu::Pin digits) noexcept : digits_(std::move(digits)) {}
    apdu::Pin digits_;
};

} // namespace madoguchi::jpki
