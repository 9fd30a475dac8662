// Gates for one camera, from pictures of a person who stood as a patient should.
#pragma once

#include "face/camera_check/camera_findings.hpp"
#include "face/quality/gate_bounds.hpp"

namespace madoguchi::face {

struct DerivedGates {
    GateLimits limits;
    // Gates that this camera would need wider than is safe: they stand at their bound, and many
    // pictures will be held back until the camera is set up better.
    std::vector<std::string_view> at_bound;
};

// As the limits given, but that the pictures seen pass with a margin and worse ones do not. Each
// limit is inside camera_gates. Errors: ConfigInvalid when fewer than thirty pictures show one
// face.
[[nodiscard]] Result<DerivedGates> derive_gates(const CameraObservation& seen,
                                                const GateLimits& base = {});

} // namespace madoguchi::face
