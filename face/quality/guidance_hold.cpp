#include "face/quality/guidance_hold.hpp"

namespace madoguchi::face {

Guidance GuidanceHold::show(Guidance seen, MonotonicTime now) {
    const bool cannot_wait = seen == Guidance::ChallengeLeft || seen == Guidance::ChallengeRight;
    const bool was_held = now - since_ >= least_time;
    if (!shown_ || (seen != *shown_ && (cannot_wait || was_held))) {
        shown_ = seen;
        since_ = now;
    }
    return *shown_;
}

} // namespace madoguchi::face
