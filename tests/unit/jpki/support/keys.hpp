// Keys of any kind, made at run time, and signatures with them.
#pragma once

#include "jpki/trust/signature_algorithm.hpp"

#include <memory>
#include <string>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace madoguchi::jpki::test {

// Throws when a call of OpenSSL did not do what a test needs.
void require(bool done);

// The key of this name, the same for the whole test program: on a curve when its name begins with
// "p256 ", "p384 " or "p521 ", else RSA of 2048 bits.
[[nodiscard]] evp_pkey_st* native_key(const std::string& name);

using SharedKey = std::shared_ptr<evp_pkey_st>;
// Public halves that nobody owns the private half of.
[[nodiscard]] SharedKey rsa_public_key(std::size_t bits, const Bytes& exponent);
// Key pairs outside the closed list, by OpenSSL's names.
[[nodiscard]] SharedKey native_key_of_kind(const std::string& kind);
[[nodiscard]] SharedKey native_key_on_curve(const std::string& curve);
// A point on P-256, the curve described by its numbers instead of by name.
[[nodiscard]] SharedKey key_on_described_curve();

// SubjectPublicKeyInfo.
[[nodiscard]] Bytes public_key_info(evp_pkey_st* key);
[[nodiscard]] std::string to_pem(ByteView der, const std::string& label);
[[nodiscard]] PublicKey public_key_named(const std::string& name);

// As OpenSSL signs.
[[nodiscard]] Bytes sign_with(const std::string& key_name, HashAlgorithm hash, ByteView message);

// The private operation of RSA on a whole block, whatever it holds. Contract: 256 bytes.
[[nodiscard]] Bytes sign_raw_block(const std::string& key_name, ByteView block);

} // namespace madoguchi::jpki::test
