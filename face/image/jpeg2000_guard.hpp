// Looks at the headers of a JPEG 2000 picture before any decoder does. The bytes come from a card,
// and a card is untrusted: a 31 KiB file can drive OpenJPEG to gigabytes and seconds.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>

namespace madoguchi::face {

// What a portrait on a card may be at most (it is 192 x 240, grey, one tile, some kilobytes).
struct Jpeg2000Limits {
    std::size_t file_bytes = 32U << 10U;
    std::uint32_t side_pixels = 1024;
    std::uint32_t tiles = 4;
    std::uint32_t tile_parts = 16;
    int decomposition_levels = 10;
    int quality_layers = 256;
    int smallest_precinct_exponent = 4; // of 16 pixels: bounds the number of precincts
};

struct Jpeg2000Header {
    std::uint32_t width = 0;  // pixels
    std::uint32_t height = 0; // pixels
    int components = 0;       // 1 or 3, each 8 bit unsigned and not subsampled
    std::uint32_t tiles = 0;

    bool operator==(const Jpeg2000Header&) const = default;
};

// Accepts a JP2 file (ISO/IEC 15444-1 annex I) or a raw codestream (annex A) within the limits,
// holding only the markers a portrait needs, with every tile part inside the file.
// Errors: ImageRefused, with the rule that was broken.
[[nodiscard]] Result<Jpeg2000Header> check_jpeg2000(ByteView file,
                                                    const Jpeg2000Limits& limits = {});

// True when the file begins like a JP2 file or a raw codestream; says nothing about the rest.
[[nodiscard]] bool looks_like_jpeg2000(ByteView file);

} // namespace madoguchi::face
