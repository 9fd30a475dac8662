// A picture made of characters.
#pragma once

#include "face/image/image.hpp"

#include <cstdint>
#include <string>

namespace madoguchi::cli {

enum class PictureStyle : std::uint8_t {
    TrueColour, // half blocks in 24-bit colour: two pixels a character
    GreySteps,  // half blocks in the 24 greys of a 256-colour terminal
    Ascii,      // one of ten characters, dark to light, for a light pen on dark ground
};

struct CellSize {
    int columns = 0;
    int rows = 0;
};

// The largest size within the room that keeps the picture's shape; a cell is twice as high as wide.
// At least one cell. Contract: the room has at least one.
[[nodiscard]] CellSize fit(const face::ImageView& picture, CellSize room);

// One line for each row, each ending with a line feed. Contract: at least one cell.
[[nodiscard]] std::string draw(const face::ImageView& picture, CellSize size, PictureStyle style);

} // namespace madoguchi::cli
