// The one place where bytes from outside meet a foreign decoder. Callers have checked the headers.
// A decoder in a process of its own implements the same function.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::face {

enum class DecodedColours : std::uint8_t {
    AsStored, // 1 or 3 channels of 8 bit
    Bgr,      // converted to BGR, upright
};

// At most longest_side pixels a side; larger pictures are reduced.
// Errors: ImageUnreadable (the decoder gave up, threw, or gave something that is not 8-bit grey or
// BGR).
[[nodiscard]] Result<Image> decode_checked(ByteView file, DecodedColours colours, int longest_side);

} // namespace madoguchi::face
