// What an aligned face shows of eyes, mouth and what lies over them.
#pragma once

#include "face/image/image.hpp"

namespace madoguchi::face {

struct FaceParts {
    // Height of the dark of the wider open eye, pixels of the aligned picture: an iris is tall, the
    // line of closed lids is not.
    float eye_opening = 0;
    // Distance in colour (CIE a*, b*) of the mouth from the nearer of nose bridge and forehead; 0
    // in a grey picture. A mask has a colour of its own.
    float mask_tint = 0;
    float eye_brightness = 0; // mean of the brighter eye's place / mean of the nose
    float eye_glare = 0;      // share of the eyes' places that is almost white, 0 to 1
};

// aligned: aligned_side x aligned_side (face/align). Errors: ModelFailed (OpenCV gave up).
[[nodiscard]] Result<FaceParts> measure_parts(const ImageView& aligned);

} // namespace madoguchi::face
