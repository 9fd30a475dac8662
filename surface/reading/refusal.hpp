// Why no number was read, so that a person can be told what to do about it.
#pragma once

#include "hal/base/error.hpp"
#include "surface/layout/front_layout.hpp"

#include <optional>

namespace madoguchi::surface {

enum class RefusalReason : std::uint8_t {
    NotFound,   // no card lies wholly inside the picture
    OtherShape, // something flat that is no card: a phone, a booklet
    Blank,      // a card without print
    OtherCard,  // a card, and not the front of a My Number card
    OutOfFocus,
    Glare,  // a reflection hides the field
    Unsure, // the field is covered, worn, or read differently from frame to frame
};

struct Refusal {
    RefusalReason reason = RefusalReason::NotFound;
    std::optional<Field> field; // with Glare and Unsure
};

// "not-found", "birth-date": the same in every interface.
[[nodiscard]] StaticText name_of(RefusalReason reason) noexcept;
[[nodiscard]] StaticText name_of(Field field) noexcept;

} // namespace madoguchi::surface
