// The number on the card front that opens the card's data. Which one it is, the card's generation
// decides.
#pragma once

#include "jpki/card/verification_number.hpp"
#include "jpki/card/verification_number_b.hpp"

#include <variant>

namespace madoguchi::jpki {

enum class FrontNumberKind : std::uint8_t {
    NumberB,            // 照合番号B: 14 digits
    VerificationNumber, // 照合番号 of the next generation: 6 digits
};

[[nodiscard]] constexpr std::size_t digit_count(FrontNumberKind kind) noexcept {
    return kind == FrontNumberKind::NumberB ? VerificationNumberB::digit_count
                                            : VerificationNumber::digit_count;
}

using FrontNumber = std::variant<VerificationNumberB, VerificationNumber>;

[[nodiscard]] FrontNumberKind kind_of(const FrontNumber& number) noexcept;

// ASCII; the number's, and gone with it.
[[nodiscard]] const SecretBytes& digits_of(const FrontNumber& number) noexcept;

// Takes the digits over whatever comes of it. Errors: EntryInvalid; nothing was sent then.
[[nodiscard]] Result<FrontNumber> front_number_from(FrontNumberKind kind, SecretBytes digits);

} // namespace madoguchi::jpki
