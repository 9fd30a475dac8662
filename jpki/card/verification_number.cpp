#include "jpki/card/verification_number.hpp"

namespace madoguchi::jpki {

Result<VerificationNumber> VerificationNumber::from_digits(SecretBytes digits) {
    return VerificationNumber(
        MADOGUCHI_TRY(apdu::Pin::from_digits(std::move(digits), digit_count, digit_count)));
}

} // namespace madoguchi::jpki
