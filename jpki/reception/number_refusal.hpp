// From one presentation of a number to the outcome of the whole task.
#pragma once

#include "jpki/card/number_presentation.hpp"
#include "jpki/reception/outcomes.hpp"

namespace madoguchi::jpki {

// The outcome that ends the task, or nothing when the number was accepted.
template <typename Outcome>
[[nodiscard]] std::optional<Outcome> refusal_in(const NumberPresentation& presentation) {
    if (const auto* rejected = std::get_if<apdu::PinRejected>(&presentation.outcome)) {
        return Outcome(NumberRejected{rejected->tries_left});
    }
    if (std::holds_alternative<apdu::PinBlocked>(presentation.outcome)) {
        return Outcome(NumberBlocked{});
    }
    return std::nullopt;
}

} // namespace madoguchi::jpki
