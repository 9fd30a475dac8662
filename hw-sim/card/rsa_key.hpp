// An RSA-2048 key pair and the private operations a card does with it.
#pragma once

#include "hal/base/bytes.hpp"
#include "hw-sim/card/evp_key.hpp"

namespace madoguchi::sim {

// Shared, immutable; copies are the same key.
class RsaKey {
public:
    static constexpr std::size_t modulus_length = 256;
    // What PKCS#1 v1.5 type-1 padding leaves room for.
    static constexpr std::size_t longest_block = modulus_length - 11;

    // A new key, public exponent 65537. Errors: KeyInvalid (OpenSSL refused).
    [[nodiscard]] static Result<RsaKey> generate();
    // Unencrypted PKCS#8. Errors: KeyInvalid (not PEM, or not RSA-2048).
    [[nodiscard]] static Result<RsaKey> from_pem(const std::string& pem);

    [[nodiscard]] Result<std::string> private_pem() const { return private_key_pem(key_); }
    // SubjectPublicKeyInfo.
    [[nodiscard]] Result<std::string> public_pem() const { return public_key_pem(key_); }

    // Big-endian, 256 bytes.
    [[nodiscard]] Result<Bytes> modulus() const;
    // As the card stores public keys, 265 bytes: 90 03 010001 91 82 0100 modulus.
    [[nodiscard]] Result<Bytes> card_public_key() const;

    // PKCS#1 v1.5 type-1 padding around any block of 1 to 245 bytes, then RSA. 256 bytes.
    // Errors: ValueInvalid (block empty or too long), KeyInvalid.
    [[nodiscard]] Result<Bytes> sign_block(ByteView block) const;
    // SHA-256 of the message in a DigestInfo, padded as above.
    [[nodiscard]] Result<Bytes> sign_message(ByteView message) const;
    // RSASSA-PSS over a SHA-256 hash: salt of 32 random bytes, MGF1 with SHA-256.
    [[nodiscard]] Result<Bytes> sign_pss(ByteView hash) const;

    // For OpenSSL's certificate functions; stays this object's.
    [[nodiscard]] evp_pkey_st* native() const noexcept { return key_.get(); }

private:
    explicit RsaKey(EvpKey key) noexcept : key_(std::move(key)) {}
    EvpKey key_;
};

} // namespace madoguchi::sim
