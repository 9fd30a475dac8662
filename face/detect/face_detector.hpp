// Port: finds faces in a picture.
#pragma once

#include "face/image/image.hpp"

#include <array>
#include <vector>

namespace madoguchi::face {

struct Point {
    float x = 0; // pixels from the left
    float y = 0; // pixels from the top
};

// In the order of the picture, left to right: eye, eye, nose, mouth corner, mouth corner.
using FiveLandmarks = std::array<Point, 5>;

struct FaceBox {
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;
};

struct DetectedFace {
    FaceBox box; // pixels; may reach over the picture's edge
    FiveLandmarks landmarks;
    float score = 0; // 0 to 1
};

// Used by one thread.
class FaceDetector {
public:
    virtual ~FaceDetector() = default;

    // Best score first; an empty list is not an error. Every number is finite.
    // Errors: ModelFailed.
    [[nodiscard]] virtual Result<std::vector<DetectedFace>> detect(const ImageView& image) = 0;
};

} // namespace madoguchi::face
