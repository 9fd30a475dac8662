// RSA public key as the card's own files code it (card-interface reference, section 6.3):
// 90 L exponent, 91 L modulus.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::jpki {

struct RsaPublicKey {
    Bytes modulus;  // big-endian, no leading zero
    Bytes exponent; // big-endian, no leading zero

    bool operator==(const RsaPublicKey&) const = default;
};

// Errors: KeyInvalid unless the modulus has 2048 to 4096 bits, is odd, and the exponent is 65537.
[[nodiscard]] Result<RsaPublicKey> require_sound(RsaPublicKey key);

// Errors: as BerTlvReader, KeyInvalid.
[[nodiscard]] Result<RsaPublicKey> parse_rsa_public_key(ByteView encoded);

} // namespace madoguchi::jpki
