// The fourteen digits of 照合番号B as they were read off a card front: birth date YYMMDD (era
// year), expiry year YYYY, security code. Move-only and wiped.
#pragma once

#include "hal/base/secret.hpp"
#include "surface/field/date_text.hpp"

namespace madoguchi::surface {

class FrontNumber {
public:
    static constexpr std::size_t digit_count = 14;

    // Gives the digits up, as ASCII: a number is presented once.
    [[nodiscard]] SecretBytes take_digits() && noexcept { return std::move(digits_); }

private:
    friend class NumberReader; // which has made every check
    FrontNumber(const BirthDate& birth, const ExpiryDate& expiry, const CodeDigits& code);

    SecretBytes digits_;
};

} // namespace madoguchi::surface
