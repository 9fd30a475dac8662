// The outputs of YuNet (2023) to faces. OpenCV 4.6's own FaceDetectorYN cannot read this network.
#pragma once

#include "face/detect/face_detector.hpp"

#include <span>

namespace madoguchi::face {

// What one scale of the network says, cell by cell, row by row.
struct YunetScale {
    int stride = 0;                        // pixels a cell: 8, 16 or 32
    int columns = 0;                       // padded width / stride
    int rows = 0;                          // padded height / stride
    std::span<const float> classification; // one a cell, 0 to 1
    std::span<const float> objectness;     // one a cell, 0 to 1
    std::span<const float> box;       // four a cell: centre x, y in cells, log of width, height
    std::span<const float> landmarks; // ten a cell: x, y of five points, in cells
};

struct YunetLimits {
    float score = 0.6F;      // geometric mean of classification and objectness
    float overlap = 0.3F;    // intersection over union above which the weaker face is dropped
    std::size_t faces = 256; // before overlap is looked at; the best are kept
};

// Faces of all scales after non-maximum suppression, best first; cells that hold a number which is
// not finite are left out.
// Errors: ModelFailed when a tensor is not as large as its scale says.
[[nodiscard]] Result<std::vector<DetectedFace>> decode_yunet(std::span<const YunetScale> scales,
                                                             const YunetLimits& limits = {});

[[nodiscard]] float intersection_over_union(const FaceBox& first, const FaceBox& second);

} // namespace madoguchi::face
