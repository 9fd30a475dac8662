// Reads kind and size of a PNG or JPEG picture from its header, before a decoder allocates for it.
#pragma once

#include "face/image/pixel_decoder.hpp"

#include <cstdint>

namespace madoguchi::face {

struct PictureSize {
    std::uint32_t width = 0;  // pixels
    std::uint32_t height = 0; // pixels

    bool operator==(const PictureSize&) const = default;
};

struct PictureHeader {
    PictureKind kind = PictureKind::Png;
    PictureSize size;
};

// PNG: the IHDR chunk (ISO/IEC 15948, 11.2.2). JPEG: the frame header (ITU-T T.81, B.2.2).
// Errors: ImageRefused when the file is neither, or its header is broken.
[[nodiscard]] Result<PictureHeader> read_picture_header(ByteView file);

// The same shape with no side longer than this and none shorter than a pixel; unchanged when it
// fits. Contract: longest_side is positive.
[[nodiscard]] PictureSize reduced_size(PictureSize size, int longest_side);

} // namespace madoguchi::face
