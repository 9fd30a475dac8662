// JPEG through libjpeg.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::face {

// A grey or colour JPEG as BGR, as it is stored (face/codec/exif_orientation.hpp says how it is
// held). Errors: ImageUnreadable. Throws std::bad_alloc.
[[nodiscard]] Result<Image> decode_jpeg_file(ByteView file);

} // namespace madoguchi::face
