// Any public key that this project verifies with: a closed list.
#pragma once

#include "jpki/record/rsa_public_key.hpp"
#include "jpki/trust/ec_public_key.hpp"

#include <variant>

namespace madoguchi::jpki {

using PublicKey = std::variant<RsaPublicKey, EcPublicKey>;

// SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) in DER. RSA of 2048 to 4096 bits with exponent
// 65537, or a point on P-256, P-384 or P-521 given by name: explicit curve parameters are refused.
// Errors: structure (group Encoding), KeyInvalid.
[[nodiscard]] Result<PublicKey> parse_public_key(ByteView subject_public_key_info);

// The same from a file's content, DER or PEM. Errors: as above, SyntaxInvalid.
[[nodiscard]] Result<PublicKey> parse_public_key_file(ByteView content);

} // namespace madoguchi::jpki
