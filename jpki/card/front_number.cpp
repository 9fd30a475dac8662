#include "jpki/card/front_number.hpp"

namespace madoguchi::jpki {

FrontNumberKind kind_of(const FrontNumber& number) noexcept {
    return std::holds_alternative<VerificationNumberB>(number)
               ? FrontNumberKind::NumberB
               : FrontNumberKind::VerificationNumber;
}

const SecretBytes& digits_of(const FrontNumber& number) noexcept {
    return std::visit([](const auto& one) -> const SecretBytes& { return one.digits(); }, number);
}

Result<FrontNumber> front_number_from(FrontNumberKind kind, SecretBytes digits) {
    if (kind == FrontNumberKind::NumberB) {
        return FrontNumber(MADOGUCHI_TRY(VerificationNumberB::from_digits(std::move(digits))));
    }
    return FrontNumber(MADOGUCHI_TRY(VerificationNumber::from_digits(std::move(digits))));
}

} // namespace madoguchi::jpki
