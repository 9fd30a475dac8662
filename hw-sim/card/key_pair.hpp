// A key pair of either algorithm that the simulator's cards and authorities have, and what both can
// do.
#pragma once

#include "hw-sim/card/p384_key.hpp"
#include "hw-sim/card/rsa_key.hpp"

#include <cstdint>
#include <variant>

struct evp_md_st;

namespace madoguchi::sim {

enum class KeyAlgorithm : std::uint8_t {
    Rsa2048,   // with SHA-256, as today's cards
    EcdsaP384, // with SHA-384, as the provisional next-generation card
};

using KeyPair = std::variant<RsaKey, P384Key>;

// Over the algorithm's digest of the message: PKCS#1 v1.5, 256 bytes, or ECDSA in DER.
[[nodiscard]] Result<Bytes> sign_message(const KeyPair& key, ByteView message);
// The most bytes that a signature of this key has.
[[nodiscard]] std::size_t longest_signature(const KeyPair& key);

// As the card's files have it: 90 … 91 … (265 bytes), or SubjectPublicKeyInfo.
[[nodiscard]] Result<Bytes> public_key_on_card(const KeyPair& key);
// SubjectPublicKeyInfo.
[[nodiscard]] Result<std::string> public_pem(const KeyPair& key);

// For OpenSSL's certificate functions; stays the key pair's.
[[nodiscard]] evp_pkey_st* native(const KeyPair& key);
[[nodiscard]] const evp_md_st* digest_of(const KeyPair& key);

} // namespace madoguchi::sim
