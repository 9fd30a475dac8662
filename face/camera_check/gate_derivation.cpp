#include "face/camera_check/gate_derivation.hpp"

#include <algorithm>

namespace madoguchi::face {

namespace {

constexpr std::size_t least_pictures = 30;

// A limit on what may be low stands at this part of the low end of what was seen; one on what may
// be high at this multiple of the high end.
struct Margin {
    std::string_view gate;
    CameraMeasure measure{};
    bool is_least = false;
    float factor = 1;
};

// Sharpness falls by half when a face moves a little; light changes through the day.
constexpr std::array margins{
    Margin{"least_eye_distance", CameraMeasure::EyeDistance, true, 0.75F},
    Margin{"least_sharpness", CameraMeasure::Sharpness, true, 0.4F},
    Margin{"darkest", CameraMeasure::Brightness, true, 0.6F},
    Margin{"brightest", CameraMeasure::Brightness, false, 1.3F},
    Margin{"most_side_ratio", CameraMeasure::SideLight, false, 1.3F},
    Margin{"most_clipped", CameraMeasure::Clipping, false, 2.0F},
};
static_assert(margins.size() == camera_gates.size());

} // namespace

Result<DerivedGates> derive_gates(const CameraObservation& seen, const GateLimits& base) {
    if (seen.frames_with_face() < least_pictures) {
        return fail(ErrorCode::ConfigInvalid,
                    "fewer than 30 pictures show one face: let one person look into the camera, "
                    "and look for longer");
    }
    DerivedGates derived{base, {}};
    for (std::size_t i = 0; i < margins.size(); ++i) {
        const Margin& margin = margins.at(i);
        const GateBound& bound = camera_gates.at(i);
        const auto values = seen.values_of(margin.measure);
        if (!values) {
            continue;
        }
        const float end = margin.is_least ? values->low() : values->high();
        const float wanted = end * margin.factor;
        derived.limits.*bound.limit = std::clamp(wanted, bound.least, bound.most);
        if (margin.is_least ? end < bound.least : end > bound.most) {
            derived.at_bound.push_back(bound.name);
        }
    }
    return derived;
}

} // namespace madoguchi::face
