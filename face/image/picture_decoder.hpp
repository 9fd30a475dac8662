// Picture files to pixels. Everything a decoder sees has passed a header check first, and what it
// gives has the size that the header announced.
#pragma once

#include "face/image/pixel_decoder.hpp"

namespace madoguchi::face {

// The portrait on a card: JPEG 2000 within the limits of jpeg2000_guard.hpp. Grey stays grey.
// Errors: ImageRefused (by the guard, no decoder ran), ImageUnreadable, DecoderUnavailable.
[[nodiscard]] Result<Image> decode_jpeg2000(PixelDecoder& decoder, ByteView file);

// A picture that an operator hands in: PNG, JPEG (turned upright by its EXIF orientation) or
// JPEG 2000, at most 16 MiB and 8,192 pixels a side. Reduced to at most so many pixels a side; no
// comparison of faces uses more than 1,024.
// Errors: ImageRefused (other kind, too large), ImageUnreadable, DecoderUnavailable.
[[nodiscard]] Result<Image> decode_picture(PixelDecoder& decoder, ByteView file,
                                           int longest_side = 1024);

} // namespace madoguchi::face
