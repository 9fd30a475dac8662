// Picture files to pixels. Everything a decoder sees has passed a header check first.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::face {

// The portrait on a card: JPEG 2000 within the limits of jpeg2000_guard.hpp. Grey stays grey.
// Errors: ImageRefused (by the guard, no decoder ran), ImageUnreadable.
[[nodiscard]] Result<Image> decode_jpeg2000(ByteView file);

// A picture that an operator hands in: PNG, JPEG (turned upright by its EXIF orientation) or
// JPEG 2000, at most 16 MiB and 8,192 pixels a side. Reduced to at most 1,024 pixels a side, which
// is more than any comparison uses.
// Errors: ImageRefused (other kind, too large), ImageUnreadable.
[[nodiscard]] Result<Image> decode_picture(ByteView file);

} // namespace madoguchi::face
