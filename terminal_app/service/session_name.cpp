#include "terminal_app/service/session_name.hpp"

#include "hal/base/bytes.hpp"

#include <openssl/rand.h>

namespace madoguchi::terminal {

Result<std::string> fresh_session_name() {
    Bytes random(12);
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) {
        return fail(ErrorCode::Internal, "the system gives no random numbers");
    }
    return to_hex(random);
}

} // namespace madoguchi::terminal
