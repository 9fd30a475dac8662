#include "face/quality/guidance.hpp"

namespace madoguchi::face {

StaticText text_id(Guidance guidance) noexcept {
    switch (guidance) {
    case Guidance::NoFace:
        return "face.guidance.no_face";
    case Guidance::OnePerson:
        return "face.guidance.one_person";
    case Guidance::Closer:
        return "face.guidance.closer";
    case Guidance::FurtherBack:
        return "face.guidance.further_back";
    case Guidance::LookStraight:
        return "face.guidance.look_straight";
    case Guidance::TurnLeft:
        return "face.guidance.turn_left";
    case Guidance::TurnRight:
        return "face.guidance.turn_right";
    case Guidance::ChinUp:
        return "face.guidance.chin_up";
    case Guidance::ChinDown:
        return "face.guidance.chin_down";
    case Guidance::Brighter:
        return "face.guidance.brighter";
    case Guidance::LessBright:
        return "face.guidance.less_bright";
    case Guidance::LightFromLeft:
        return "face.guidance.light_from_left";
    case Guidance::LightFromRight:
        return "face.guidance.light_from_right";
    case Guidance::OpenEyes:
        return "face.guidance.open_eyes";
    case Guidance::LowerMask:
        return "face.guidance.lower_mask";
    case Guidance::GlassesOff:
        return "face.guidance.glasses_off";
    case Guidance::ClearFace:
        return "face.guidance.clear_face";
    case Guidance::ChallengeLeft:
        return "face.challenge.left";
    case Guidance::ChallengeRight:
        return "face.challenge.right";
    case Guidance::HoldStill:
        break;
    }
    return "face.guidance.hold_still";
}

} // namespace madoguchi::face
