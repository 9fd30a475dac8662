#include "face/liveness/turn_side.hpp"

#include <openssl/rand.h>

namespace madoguchi::face {

Result<TurnSide> unguessable_side() {
    unsigned char byte = 0;
    if (RAND_bytes(&byte, 1) != 1) {
        return fail(ErrorCode::Internal, "the system gives no random numbers");
    }
    return (byte & 1U) == 0 ? TurnSide::Left : TurnSide::Right;
}

} // namespace madoguchi::face
