#include "jpki/card/verification_number_b.hpp"

namespace madoguchi::jpki {

Result<VerificationNumberB> VerificationNumberB::from_digits(SecretBytes digits) {
    return VerificationNumberB(
        MADOGUCHI_TRY(apdu::Pin::from_digits(std::move(digits), digit_count, digit_count)));
}

apdu::Pin VerificationNumberB::for_one_presentation() const {
    auto copy =
        apdu::Pin::from_digits(SecretBytes(digits_.digits().reveal()), digit_count, digit_count);
    MADOGUCHI_ENSURES(copy.has_value());
    return std::move(*copy);
}

} // namespace madoguchi::jpki
