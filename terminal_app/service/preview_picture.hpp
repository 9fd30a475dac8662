// Pictures for the pages: camera preview and the card's photo.
#pragma once

#include "face/image/pixel_decoder.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::terminal {

// JPEG, mirrored as people expect of their own picture. Errors: ImageUnreadable.
[[nodiscard]] Result<SecretBytes> preview_jpeg(const Frame& frame);

// PNG of a card's photo. Errors: as face::decode_jpeg2000, ImageUnreadable.
[[nodiscard]] Result<SecretBytes> photo_png(face::PixelDecoder& decoder, ByteView jpeg2000);

} // namespace madoguchi::terminal
