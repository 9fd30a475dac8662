// The decoders in the process that calls them: for the inside of the sandbox, and for tests.
#pragma once

#include "face/image/pixel_decoder.hpp"

namespace madoguchi::face {

class CodecDecoder final : public PixelDecoder {
public:
    [[nodiscard]] Result<Image> decode(const DecodeRequest& request) override;
};

} // namespace madoguchi::face
