// Reads the size of a PNG or JPEG picture from its header, before a decoder allocates for it.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>

namespace madoguchi::face {

struct PictureSize {
    std::uint32_t width = 0;  // pixels
    std::uint32_t height = 0; // pixels

    bool operator==(const PictureSize&) const = default;
};

// PNG: the IHDR chunk (ISO/IEC 15948, 11.2.2). JPEG: the frame header (ITU-T T.81, B.2.2).
// Errors: ImageRefused when the file is neither, or its header is broken.
[[nodiscard]] Result<PictureSize> read_picture_size(ByteView file);

} // namespace madoguchi::face
