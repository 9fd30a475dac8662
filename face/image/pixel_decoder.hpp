// The port behind which foreign decoders stand: bytes from outside meet one nowhere else. Programs
// use SandboxedDecoder (face/sandbox); CodecDecoder (face/codec) decodes in the process that calls
// it, which only the sandbox itself and tests do.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::face {

enum class PictureKind : std::uint8_t {
    Jpeg2000 = 1, // gives 1 or 3 channels, as stored
    Png = 2,      // gives BGR
    Jpeg = 3,     // gives BGR, turned upright by its EXIF orientation
};

// A file whose headers were checked. The view lives as long as the call.
struct DecodeRequest {
    ByteView file;
    PictureKind kind = PictureKind::Jpeg2000;
    int longest_side = 0; // pixels; a larger PNG or JPEG is reduced to it
};

class PixelDecoder {
public:
    virtual ~PixelDecoder() = default;

    // Callable from several threads. Callers compare the picture's size with its header's.
    // Errors: ImageUnreadable (damaged, or too much work), DecoderUnavailable.
    [[nodiscard]] virtual Result<Image> decode(const DecodeRequest& request) = 0;
};

} // namespace madoguchi::face
