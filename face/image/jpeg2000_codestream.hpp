// The codestream part of the JPEG 2000 guard (ISO/IEC 15444-1 annex A).
#pragma once

#include "face/image/jpeg2000_guard.hpp"

namespace madoguchi::face {

// Walks the main header and every tile-part header without touching coded data.
// Errors: ImageRefused.
[[nodiscard]] Result<Jpeg2000Header> check_codestream(ByteView codestream,
                                                      const Jpeg2000Limits& limits);

} // namespace madoguchi::face
