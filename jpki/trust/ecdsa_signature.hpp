// ECDSA (FIPS 186-5 section 6.4) with signatures in DER (RFC 3279 section 2.2.3), checked strictly:
// one coding per signature.
#pragma once

#include "jpki/trust/ec_public_key.hpp"
#include "jpki/trust/message_digest.hpp"

namespace madoguchi::jpki {

// True when `signature` is SEQUENCE { INTEGER r, INTEGER s } in DER with 0 < r, s < the order of
// the curve, and is that of `key` over the digest of `message`.
[[nodiscard]] bool is_signature_over(const EcPublicKey& key, HashAlgorithm hash, ByteView message,
                                     ByteView signature);

} // namespace madoguchi::jpki
