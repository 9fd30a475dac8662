// PNG through libpng.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::face {

// Any PNG as BGR, on white where it is transparent. Errors: ImageUnreadable.
// Throws std::bad_alloc.
[[nodiscard]] Result<Image> decode_png_file(ByteView file);

} // namespace madoguchi::face
