// JPEG 2000 through OpenJPEG.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::face {

// A JP2 file or raw codestream of one or three unsigned 8-bit components, as stored.
// Errors: ImageUnreadable. Throws std::bad_alloc.
[[nodiscard]] Result<Image> decode_jpeg2000_file(ByteView file);

} // namespace madoguchi::face
