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
    case Guidance::Brighter:
        return "face.guidance.brighter";
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
