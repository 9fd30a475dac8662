// The signature of an X.509 certificate or revocation list (RFC 5280 sections 4.1.1 and 5.1.1):
// SEQUENCE { signed part, AlgorithmIdentifier, BIT STRING signature }.
#pragma once

#include "jpki/trust/public_key.hpp"

namespace madoguchi::jpki {

// True when the key signed the object with an algorithm of the closed list, the one that both the
// signed part and the outside name. False for anything that is not such an object in DER.
[[nodiscard]] bool is_object_signed_by(ByteView object, const PublicKey& key);

} // namespace madoguchi::jpki
