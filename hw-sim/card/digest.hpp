// SHA-256 and SHA-384, and the DigestInfo that wraps digests for RSA (RFC 8017, section 9.2).
#pragma once

#include "hal/base/bytes.hpp"

namespace madoguchi::sim {

[[nodiscard]] Bytes sha256(ByteView message);
[[nodiscard]] Bytes sha384(ByteView message);

// DigestInfo naming SHA-256 around these octets: 32 of them in the standard's form (begins 30 31),
// 96 in the form of the surface record's signature (begins 30 71). Contract: size <= 108.
[[nodiscard]] Bytes sha256_digest_info(ByteView octets);

} // namespace madoguchi::sim
