// The part of a picture that a liveness network looks at: the face with its surroundings.
#pragma once

#include "face/detect/face_detector.hpp"

namespace madoguchi::face {

struct CropWindow {
    int left = 0;
    int top = 0;
    int width = 0;  // at least 1
    int height = 0; // at least 1
};

// The box enlarged about its centre, wholly inside the picture: where it would reach over an edge
// it is shifted, and where it would not fit it is enlarged less. This is how MiniFASNet's training
// pictures were cut (Minivision's published description).
// Contract: a picture with an extent, a finite box; a box without extent counts as one pixel.
[[nodiscard]] CropWindow crop_window(int picture_width, int picture_height, const FaceBox& box,
                                     float scale);

} // namespace madoguchi::face
