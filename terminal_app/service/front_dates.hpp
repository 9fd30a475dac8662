// The dates printed on a card front, kept to be compared with what the chip says. They say nothing
// of the person by themselves to anybody but the chip's own record.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/base/secret.hpp"
#include "jpki/record/date.hpp"

#include <optional>

namespace madoguchi::terminal {

// Move-only and wiped.
class FrontDates {
public:
    // Out of the digits of 照合番号B; nothing out of any other number.
    [[nodiscard]] static std::optional<FrontDates> of_number(ByteView digits);

    // Whether the front shows another birth date, or the card's end in another year. What the chip
    // leaves open, or was not asked for (expiry), does not differ.
    [[nodiscard]] bool differ_from(const jpki::BirthDate& birth,
                                   const std::optional<CivilDate>& expiry) const;

private:
    explicit FrontDates(ByteView digits) : digits_(digits) {}
    [[nodiscard]] int number_at(std::size_t place, std::size_t count) const;

    SecretBytes digits_; // YYMMDD with the era's year, YYYY
};

} // namespace madoguchi::terminal
