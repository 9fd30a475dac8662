// One picture of a camera, measured.
#pragma once

#include "face/camera_check/camera_measure.hpp"

namespace madoguchi::face {

// What can be said of a picture with one face in it. The measures of time are none of a picture.
using FrameMeasures = std::array<std::optional<float>, camera_measure_count>;

// Nothing where there is no face, or more than one. Errors: ModelFailed.
[[nodiscard]] Result<std::optional<FrameMeasures>> measure_frame(FaceDetector& detector,
                                                                 const ImageView& picture);

} // namespace madoguchi::face
