#include "surface/reading/front_number.hpp"

namespace madoguchi::surface {

namespace {

void write(std::span<std::uint8_t> place, unsigned number) {
    for (auto digit = place.rbegin(); digit != place.rend(); ++digit) {
        *digit = static_cast<std::uint8_t>('0' + number % 10);
        number /= 10;
    }
}

} // namespace

FrontNumber::FrontNumber(const BirthDate& birth, const ExpiryDate& expiry, const CodeDigits& code)
    : digits_(digit_count) {
    const std::span<std::uint8_t> digits = digits_.reveal_for_writing();
    write(digits.subspan(0, 2), static_cast<unsigned>(birth.year));
    write(digits.subspan(2, 2), birth.month);
    write(digits.subspan(4, 2), birth.day);
    write(digits.subspan(6, 4), static_cast<unsigned>(expiry.year));
    std::copy(code.begin(), code.end(), digits.begin() + 10);
}

} // namespace madoguchi::surface
