// Where the fields of a My Number card's front stand, and which way up a front lies.
#pragma once

#include "surface/geometry/rectify.hpp"

#include <array>
#include <cstdint>

namespace madoguchi::surface {

enum class Field : std::uint8_t { BirthDate, Expiry, SecurityCode };
inline constexpr std::array all_fields{Field::BirthDate, Field::Expiry, Field::SecurityCode};

// Room for a line that stands a millimetre or two beside its place: prints differ, and a sleeve
// makes the outline larger than the card.
[[nodiscard]] constexpr Area window_of(Field field) {
    switch (field) {
    case Field::BirthDate:
        return {25.6, 14.9, 23.0, 6.7};
    case Field::Expiry:
        return {56.3, 14.9, 26.3, 6.7}; // what follows the day may be cut off
    case Field::SecurityCode:
        break;
    }
    return {5, 41.4, 18, 6.0};
}

inline constexpr double cell_height = 2.3; // millimetres of a full-width character in these fields
inline constexpr Area photo{4, 17.5, 20, 25};

} // namespace madoguchi::surface
