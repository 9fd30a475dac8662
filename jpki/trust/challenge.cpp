#include "jpki/trust/challenge.hpp"

#include <openssl/rand.h>

namespace madoguchi::jpki {

Result<Challenge> Challenge::fresh(MonotonicTime now) {
    Challenge challenge(now);
    if (RAND_bytes(challenge.bytes_.data(), static_cast<int>(size)) != 1) {
        return fail(ErrorCode::Internal, "the system gives no random numbers");
    }
    return challenge;
}

} // namespace madoguchi::jpki
