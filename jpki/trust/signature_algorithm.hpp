// How a signature is made: a closed list, each with the name it has on the command line and the
// AlgorithmIdentifier it has in certificates.
#pragma once

#include "jpki/trust/message_digest.hpp"
#include "jpki/trust/public_key.hpp"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::jpki {

enum class KeyKind : std::uint8_t { Rsa, P256, P384, P521 };

[[nodiscard]] KeyKind kind_of(const PublicKey& key) noexcept;

struct SignatureAlgorithm {
    KeyKind key{};
    HashAlgorithm hash{};

    bool operator==(const SignatureAlgorithm&) const = default;
};

// "rsa-pkcs1-sha256", "ecdsa-p384-sha384": every pair of key and hash.
[[nodiscard]] std::vector<SignatureAlgorithm> all_signature_algorithms();
[[nodiscard]] std::string name_of(SignatureAlgorithm algorithm);

// What a card uses with a key of this kind: SHA-256, but SHA-384 with P-384 and SHA-512 with P-521.
[[nodiscard]] SignatureAlgorithm usual_algorithm(const PublicKey& key) noexcept;

// The hash that an AlgorithmIdentifier in DER names for a key: sha…WithRSAEncryption with NULL
// (RFC 4055) for RSA, ecdsa-with-SHA… without parameters (RFC 5758) for a curve.
[[nodiscard]] std::optional<SignatureAlgorithm> algorithm_named(ByteView identifier,
                                                                const PublicKey& key);

// False also when the key is not of the algorithm's kind.
[[nodiscard]] bool is_signature_over(const PublicKey& key, SignatureAlgorithm algorithm,
                                     ByteView message, ByteView signature);

// With the usual algorithm of the key.
[[nodiscard]] bool is_signature_over(const PublicKey& key, ByteView message, ByteView signature);

} // namespace madoguchi::jpki
