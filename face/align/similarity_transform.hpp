// The rotation, scale and shift that best lays five landmarks onto a template.
#pragma once

#include "face/detect/face_detector.hpp"

namespace madoguchi::face {

// x' = a x - b y + shift_x ;  y' = b x + a y + shift_y
struct SimilarityTransform {
    double a = 1;
    double b = 0;
    double shift_x = 0;
    double shift_y = 0;

    [[nodiscard]] Point operator()(const Point& point) const;
};

// Least squares in closed form (Umeyama 1991, without reflection, in two dimensions).
// Errors: FaceNotFound when the landmarks lie on one spot or are not finite.
[[nodiscard]] Result<SimilarityTransform> fit_similarity(const FiveLandmarks& from,
                                                         const FiveLandmarks& onto);

} // namespace madoguchi::face
