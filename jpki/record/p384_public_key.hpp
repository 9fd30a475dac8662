// The one kind of key in the records of the next-generation card (provisional).
#pragma once

#include "jpki/trust/public_key.hpp"

namespace madoguchi::jpki {

// SubjectPublicKeyInfo in DER. Errors: as parse_public_key, KeyInvalid for any key that is not on
// P-384.
[[nodiscard]] Result<PublicKey> parse_p384_public_key(ByteView subject_public_key_info);

} // namespace madoguchi::jpki
