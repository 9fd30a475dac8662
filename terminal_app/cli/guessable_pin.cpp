#include "terminal_app/cli/guessable_pin.hpp"

#include <algorithm>

namespace madoguchi::cli {

namespace {

// Every digit is its neighbour's plus this, 0 after 9.
bool steps_by(ByteView digits, int step) {
    const auto off = [step](std::uint8_t left, std::uint8_t right) {
        return (right - left + 10) % 10 != (step + 10) % 10;
    };
    return std::adjacent_find(digits.begin(), digits.end(), off) == digits.end();
}

} // namespace

std::optional<StaticText> why_guessable(ByteView digits) {
    if (steps_by(digits, 0)) {
        return StaticText("all its digits are equal");
    }
    if (steps_by(digits, 1)) {
        return StaticText("its digits count up");
    }
    if (steps_by(digits, -1)) {
        return StaticText("its digits count down");
    }
    return std::nullopt;
}

} // namespace madoguchi::cli
