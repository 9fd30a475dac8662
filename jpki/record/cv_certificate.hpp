// CV certificate of the key that signs a 券面 application's data: EF 0004 (card-interface
// reference, section 6.3).
#pragma once

#include "jpki/trust/public_key.hpp"

#include <array>
#include <string>

namespace madoguchi::jpki {

// Names an issuer's key on this card: 16 bytes, opaque to us.
struct KeyId {
    static constexpr std::size_t size = 16;
    std::array<std::uint8_t, size> bytes{};

    // 32 upper-case hexadecimal digits.
    [[nodiscard]] std::string hex() const { return to_hex(ByteView(bytes)); }

    auto operator<=>(const KeyId&) const = default;
};

struct CvCertificate {
    KeyId issuer;
    KeyId subject;
    PublicKey key;
    Bytes signed_part; // both ids and the key
    Bytes signature;
};

// Errors: structure (group Encoding), KeyInvalid.
[[nodiscard]] Result<CvCertificate> parse_cv_certificate(ByteView file);

// The same of the next generation (provisional): the key is a SubjectPublicKeyInfo on P-384.
// Errors: as above.
[[nodiscard]] Result<CvCertificate> parse_provisional_cv_certificate(ByteView file);

} // namespace madoguchi::jpki
